import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-49',
  name: 'Przedszkole nr 49 w Lublinie',
  shortName: 'P 49',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Pana Balcera 11', postalCode: null, city: 'Lublin', district: 'Rury' },
  patron: null,
  geo: { lat: 51.237, lon: 22.53, precision: 'district_centroid_estimate' },
  pupilsEstimate: 140,
  status: 'active',
  verified: {
    record: true,
    unverified: ['district'],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
  },
})
