import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-45',
  name: 'Szkoła Podstawowa nr 45 w Lublinie',
  shortName: 'SP 45',
  kind: 'primary',
  parent: 'zso-1',
  address: { street: 'ul. Radzyńska 5', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 583,
  status: 'active',
  verified: { record: true, unverified: [], source: 'nowytydzien.pl 2019', note: 'part of ZSO nr 1' },
})
