import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-18',
  name: 'Przedszkole nr 18 w Lublinie',
  shortName: 'P 18',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Lipowa 12a', postalCode: null, city: 'Lublin', district: 'Śródmieście' },
  patron: null,
  geo: { lat: 51.248, lon: 22.56, precision: 'district_centroid_estimate' },
  pupilsEstimate: 140,
  status: 'active',
  verified: {
    record: true,
    unverified: ['district'],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
  },
})
