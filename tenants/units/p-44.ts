import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-44',
  name: 'Przedszkole nr 44 w Lublinie',
  shortName: 'P 44',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Maszynowa 1', postalCode: null, city: 'Lublin', district: null },
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
