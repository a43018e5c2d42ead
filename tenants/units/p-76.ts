import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-76',
  name: 'Przedszkole nr 76 w Lublinie',
  shortName: 'P 76',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Paderewskiego 12', postalCode: null, city: 'Lublin', district: null },
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
