import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-11',
  name: 'Szkoła Podstawowa nr 11 im. st. kom. Stanisławy Filipiny Paleolog w Lublinie',
  shortName: 'SP 11',
  kind: 'primary',
  parent: 'zso-2',
  address: { street: null, postalCode: null, city: 'Lublin', district: null },
  patron: 'st. kom. Stanisławy Filipiny Paleolog',
  geo: null,
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'sp11.lublin.eu',
    note: 'part of ZSO nr 2; address to verify; patron wording to verify',
  },
})
