import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-87',
  name: 'Przedszkole nr 87 w Lublinie',
  shortName: 'P 87',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Woronieckiego 11', postalCode: null, city: 'Lublin', district: 'Wrotków' },
  patron: null,
  geo: { lat: 51.205, lon: 22.55, precision: 'district_centroid_estimate' },
  pupilsEstimate: 120,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
  },
})
