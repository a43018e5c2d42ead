import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-84',
  name: 'Przedszkole nr 84 w Lublinie',
  shortName: 'P 84',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Zygmunta Augusta 17', postalCode: null, city: 'Lublin', district: 'Felin' },
  patron: null,
  geo: { lat: 51.228, lon: 22.635, precision: 'district_centroid_estimate' },
  pupilsEstimate: 140,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
  },
})
