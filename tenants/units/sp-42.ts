import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-42',
  name: 'Szkoła Podstawowa nr 42 w Lublinie',
  shortName: 'SP 42',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Rycerska 9', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address'],
    source: 'dziennikwschodni.pl 2017',
    note: 'street sourced, number from memory, patron to verify',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
