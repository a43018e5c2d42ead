import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-48',
  name: 'Szkoła Podstawowa nr 48 w Lublinie',
  shortName: 'SP 48',
  kind: 'primary',
  parent: null,
  address: { street: null, postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: false,
    unverified: ['official_name'],
    source: 'analyst general knowledge, not checked',
    note: 'existence from memory: verify',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
