import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-31',
  name: 'Szkoła Podstawowa nr 31 w Lublinie',
  shortName: 'SP 31',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Lotnicza', postalCode: null, city: 'Lublin', district: 'Bronowice' },
  patron: null,
  geo: { lat: 51.24, lon: 22.591, precision: 'district_centroid_estimate' },
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: true,
    unverified: ['district'],
    source: 'nowytydzien.pl',
    note: 'house number and patron to verify; district estimated',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
