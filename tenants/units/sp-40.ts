import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-40',
  name: 'Szkoła Podstawowa nr 40 im. Lubelskiego Lipca 1980 w Lublinie',
  shortName: 'SP 40',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Róży Wiatrów 9', postalCode: null, city: 'Lublin', district: null },
  patron: 'Lubelskiego Lipca 1980',
  geo: null,
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address'],
    source: 'dziennikwschodni.pl 2024-10',
    note: 'patron sourced, address from memory',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
