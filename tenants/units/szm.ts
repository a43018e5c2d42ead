import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'szm',
  name: 'Szkoła Muzyczna I i II stopnia im. Tadeusza Szeligowskiego w Lublinie',
  shortName: 'Szkoła Muzyczna',
  kind: 'general_secondary',
  parent: null,
  address: { street: null, postalCode: null, city: 'Lublin', district: null },
  patron: 'Tadeusza Szeligowskiego',
  geo: null,
  pupilsEstimate: null,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'radio.lublin.pl 2024',
    note: 'art school: kind list has no better value; address to verify',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
