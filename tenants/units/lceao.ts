import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'lceao',
  name: 'Lubelskie Centrum Ekonomiczno-Administracyjne Oświaty',
  shortName: 'LCEAO',
  kind: 'shared_service',
  parent: null,
  address: { street: null, postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: null,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'city order 90/12/2021',
    note: 'not a school: tenant of the shared accounting office for preschools, counselling centres and the sociotherapy centre',
  },
})
