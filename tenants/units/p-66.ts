import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-66',
  name: 'Przedszkole nr 66 w Lublinie',
  shortName: 'P 66',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Samsonowicza 33a', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 140,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
  },
})
