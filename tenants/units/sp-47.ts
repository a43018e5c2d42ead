import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-47',
  name: 'Szkoła Podstawowa nr 47 w Lublinie',
  shortName: 'SP 47',
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
    note: 'exists (preschool sections 2020); address and patron to verify',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
