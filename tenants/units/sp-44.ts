import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-44',
  name: 'Szkoła Podstawowa nr 44 w Lublinie',
  shortName: 'SP 44',
  kind: 'primary',
  parent: 'zso-4',
  address: {
    street: 'ul. Tumidajskiego 6A',
    postalCode: '20-247',
    city: 'Lublin',
    district: 'Kalinowszczyzna',
  },
  patron: null,
  geo: { lat: 51.256, lon: 22.587, precision: 'district_centroid_estimate' },
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: false,
    unverified: ['parent_slug', 'district'],
    source: 'analyst general knowledge, not checked',
    note: 'membership of ZSO nr 4 from memory',
  },
})
