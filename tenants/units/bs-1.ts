import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'bs-1',
  name: 'Bursa Szkolna nr 1 w Lublinie',
  shortName: 'BS 1',
  kind: 'dormitory',
  parent: null,
  address: { street: null, postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 260,
  status: 'active',
  verified: { record: true, unverified: [], source: 'bs1.lublin.eu', note: 'address to verify' },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
