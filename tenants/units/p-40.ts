import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-40',
  name: 'Przedszkole Integracyjne nr 40 w Lublinie',
  shortName: 'P 40',
  kind: 'preschool',
  parent: null,
  address: { street: null, postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 140,
  status: 'active',
  verified: {
    record: false,
    unverified: [],
    source: 'wiadomosci.onet.pl 2020-05 list of preschools by number',
    note: 'a 2004 city page gave ul. Gospodarcza 18; moved or not: verify',
  },
})
