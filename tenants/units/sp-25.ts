import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-25',
  name: 'Szkoła Podstawowa nr 25 w Lublinie',
  shortName: 'SP 25',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Sieroca', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 180,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'dziennikwschodni.pl 2021-12',
    note: 'house number and patron to verify',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
