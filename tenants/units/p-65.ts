import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-65',
  name: 'Przedszkole nr 65 w Lublinie',
  shortName: 'P 65',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Langiewicza 3a', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 140,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
    note: 'street name abbreviated in source',
  },
})
