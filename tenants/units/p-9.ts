import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-9',
  name: 'Przedszkole nr 9 w Lublinie',
  shortName: 'P 9',
  kind: 'preschool',
  parent: null,
  address: { street: null, postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 140,
  status: 'active',
  verified: {
    record: false,
    unverified: [],
    source: 'wiadomosci.onet.pl 2020-05 list of preschools by number',
    note: 'address not found: verify',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
