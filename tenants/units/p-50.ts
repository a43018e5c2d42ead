import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-50',
  name: 'Przedszkole nr 50 w Lublinie',
  shortName: 'P 50',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Podzamcze 7a', postalCode: null, city: 'Lublin', district: null },
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
