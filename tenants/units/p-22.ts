import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-22',
  name: 'Przedszkole nr 22 w Lublinie',
  shortName: 'P 22',
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
    note: 'address not found: verify',
  },
})
