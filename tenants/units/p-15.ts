import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-15',
  name: 'Przedszkole nr 15 w Lublinie',
  shortName: 'P 15',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Bohaterów Monte Cassino 7', postalCode: null, city: 'Lublin', district: null },
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
