import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'ppp-2',
  name: 'Poradnia Psychologiczno-Pedagogiczna nr 2 w Lublinie',
  shortName: 'PPP 2',
  kind: 'counselling',
  parent: null,
  address: { street: 'ul. Radości 8', postalCode: null, city: 'Lublin', district: 'Czuby Południowe' },
  patron: null,
  geo: { lat: 51.223, lon: 22.518, precision: 'district_centroid_estimate' },
  pupilsEstimate: null,
  status: 'active',
  verified: {
    record: true,
    unverified: ['district'],
    source: 'ppp2.lublin.eu',
    note: 'shares the building of Przedszkole nr 77; about 11000 people in its area',
  },
})
