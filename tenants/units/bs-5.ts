import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'bs-5',
  name: 'Bursa Szkolna nr 5 w Lublinie',
  shortName: 'BS 5',
  kind: 'dormitory',
  parent: null,
  address: { street: 'ul. Pogodna 52A', postalCode: null, city: 'Lublin', district: 'Bronowice' },
  patron: null,
  geo: { lat: 51.24, lon: 22.591, precision: 'district_centroid_estimate' },
  pupilsEstimate: 260,
  status: 'active',
  verified: { record: true, unverified: ['district'], source: 'bursa5.lublin.eu statute' },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
