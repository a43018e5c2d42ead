import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-53',
  name: 'Przedszkole nr 53 w Lublinie',
  shortName: 'P 53',
  kind: 'preschool',
  parent: 'zp-1',
  address: { street: 'ul. Zachodnia 7', postalCode: null, city: 'Lublin', district: null },
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
