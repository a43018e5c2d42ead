import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'um-lublin',
  name: 'Urząd Miasta Lublin',
  shortName: 'UM Lublin',
  kind: 'city_office',
  parent: null,
  address: {
    street: 'plac Króla Władysława Łokietka 1',
    postalCode: '20-109',
    city: 'Lublin',
    district: 'Śródmieście',
  },
  patron: null,
  geo: null,
  pupilsEstimate: null,
  status: 'active',
  verified: { record: false, unverified: ['address'], source: 'general knowledge, not checked' },
})
