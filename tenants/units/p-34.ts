import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-34',
  name: 'Przedszkole nr 34 w Lublinie',
  shortName: 'P 34',
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
