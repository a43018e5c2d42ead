import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-2',
  name: 'Szkoła Podstawowa nr 2 w Lublinie',
  shortName: 'SP 2',
  kind: 'primary',
  parent: null,
  address: { street: null, postalCode: null, city: 'Lublin', district: 'Dziesiąta' },
  patron: null,
  geo: { lat: 51.217, lon: 22.575, precision: 'district_centroid_estimate' },
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: false,
    unverified: [],
    source: '2sp.lublin.pl',
    note: 'exists; address and patron to verify',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
