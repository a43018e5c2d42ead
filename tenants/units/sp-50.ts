import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-50',
  name: 'Szkoła Podstawowa nr 50 w Lublinie',
  shortName: 'SP 50',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Roztocze', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'nowytydzien.pl (catchment article)',
    note: 'house number and patron to verify',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
