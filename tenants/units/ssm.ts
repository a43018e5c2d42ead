import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'ssm',
  name: 'Szkolne Schronisko Młodzieżowe w Lublinie',
  shortName: 'Schronisko Młodzieżowe',
  kind: 'dormitory',
  parent: null,
  address: { street: null, postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: null,
  status: 'unknown',
  verified: {
    record: false,
    unverified: ['official_name'],
    source: 'analyst general knowledge, not checked',
    note: 'school youth hostel; verify existence and address',
  },
})
