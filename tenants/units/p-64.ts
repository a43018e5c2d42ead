import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-64',
  name: 'Przedszkole nr 64 w Lublinie',
  shortName: 'P 64',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Droga Męczenników Majdanka 55', postalCode: null, city: 'Lublin', district: null },
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
