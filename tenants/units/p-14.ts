import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-14',
  name: 'Przedszkole nr 14 w Lublinie',
  shortName: 'P 14',
  kind: 'preschool',
  parent: 'zp-2',
  address: { street: 'ul. Bronowicka 3', postalCode: null, city: 'Lublin', district: 'Bronowice' },
  patron: null,
  geo: { lat: 51.24, lon: 22.591, precision: 'district_centroid_estimate' },
  pupilsEstimate: null,
  status: 'merged',
  verified: {
    record: true,
    unverified: ['district'],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
    note: 'keep as historical tenant for 2019-2022 data',
  },
})
