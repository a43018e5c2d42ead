import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'ppp-3',
  name: 'Poradnia Psychologiczno-Pedagogiczna nr 3 w Lublinie',
  shortName: 'PPP 3',
  kind: 'counselling',
  parent: null,
  address: { street: null, postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: null,
  status: 'unknown',
  verified: {
    record: false,
    unverified: [],
    source: 'lublin.eu 2023 (6 counselling centres, numbers assumed)',
    note: 'name and address to verify; one of the six may be a specialised centre',
  },
})
