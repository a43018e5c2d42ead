import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-25',
  name: 'Przedszkole nr 25 w Lublinie',
  shortName: 'P 25',
  kind: 'preschool',
  parent: null,
  address: { street: 'al. Warszawska 37a', postalCode: null, city: 'Lublin', district: null },
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
