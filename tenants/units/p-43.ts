import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-43',
  name: 'Przedszkole nr 43 w Lublinie',
  shortName: 'P 43',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Skautów 11a', postalCode: null, city: 'Lublin', district: null },
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
