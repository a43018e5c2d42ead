import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'ppp-1',
  name: 'Poradnia Psychologiczno-Pedagogiczna nr 1 w Lublinie',
  shortName: 'PPP 1',
  kind: 'counselling',
  parent: null,
  address: { street: 'ul. Pogodna 54', postalCode: '20-337', city: 'Lublin', district: 'Bronowice' },
  patron: null,
  geo: { lat: 51.24, lon: 22.591, precision: 'district_centroid_estimate' },
  pupilsEstimate: null,
  status: 'active',
  verified: { record: true, unverified: ['district'], source: 'ppp1.lublin.eu' },
})
