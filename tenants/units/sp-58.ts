import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-58',
  name: 'Szkoła Podstawowa nr 58 w Lublinie',
  shortName: 'SP 58',
  kind: 'primary',
  parent: 'zs-13',
  address: { street: 'ul. Berylowa 7', postalCode: null, city: 'Lublin', district: 'Węglin Południowy' },
  patron: null,
  geo: { lat: 51.225, lon: 22.496, precision: 'district_centroid_estimate' },
  pupilsEstimate: 800,
  status: 'active',
  verified: {
    record: true,
    unverified: ['district'],
    source: 'lublin.eu 2020-03-26',
    note: 'part of Zespół Szkół nr 13; district estimated',
  },
})
