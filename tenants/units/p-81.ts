import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-81',
  name: 'Przedszkole nr 81 w Lublinie',
  shortName: 'P 81',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Wyżynna 10', postalCode: null, city: 'Lublin', district: 'Czuby Południowe' },
  patron: null,
  geo: { lat: 51.223, lon: 22.518, precision: 'district_centroid_estimate' },
  pupilsEstimate: 140,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
  },
})
