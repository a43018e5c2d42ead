import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zp-1',
  name: 'Zespół Przedszkolny nr 1 w Lublinie',
  shortName: 'ZP 1',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Zachodnia 7', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: null,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address'],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
    note: 'groups Przedszkole nr 53 and nr 67; main-seat choice is an assumption',
  },
})
