import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-70',
  name: 'Przedszkole nr 70 w Lublinie',
  shortName: 'P 70',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Smyczkowa 2', postalCode: '20-844', city: 'Lublin', district: null },
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
