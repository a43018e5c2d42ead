import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-22',
  name: 'Szkoła Podstawowa nr 22 im. Bolesława Prusa w Lublinie',
  shortName: 'SP 22',
  kind: 'primary',
  parent: 'zso-5',
  address: { street: 'ul. Rzeckiego 10', postalCode: null, city: 'Lublin', district: 'Rury' },
  patron: 'Bolesława Prusa',
  geo: { lat: 51.237, lon: 22.53, precision: 'district_centroid_estimate' },
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: true,
    unverified: ['district'],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
    note: 'part of ZSO nr 5',
  },
})
