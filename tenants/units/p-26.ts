import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-26',
  name: 'Przedszkole nr 26 w Lublinie',
  shortName: 'P 26',
  kind: 'preschool',
  parent: 'zp-2',
  address: { street: 'ul. Rynek 12', postalCode: null, city: 'Lublin', district: 'Stare Miasto' },
  patron: null,
  geo: { lat: 51.248, lon: 22.569, precision: 'district_centroid_estimate' },
  pupilsEstimate: null,
  status: 'merged',
  verified: {
    record: true,
    unverified: ['district'],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
    note: 'keep as historical tenant for 2019-2022 data',
  },
})
