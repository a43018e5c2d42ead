import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-7',
  name: 'Szkoła Podstawowa nr 7 w Lublinie',
  shortName: 'SP 7',
  kind: 'primary',
  parent: null,
  address: { street: null, postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: false,
    unverified: [],
    source: 'wiadomosci.onet.pl 2020-05 list of preschools by number',
    note: 'exists; address and patron to verify',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
