import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'bs-2',
  name: 'Bursa Szkolna nr 2 w Lublinie',
  shortName: 'BS 2',
  kind: 'dormitory',
  parent: null,
  address: { street: null, postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 260,
  status: 'unknown',
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
