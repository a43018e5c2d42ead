import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'bs-3',
  name: 'Bursa Szkolna nr 3 w Lublinie',
  shortName: 'BS 3',
  kind: 'dormitory',
  parent: null,
  address: { street: 'ul. Weteranów', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 260,
  status: 'active',
  verified: { record: true, unverified: [], source: 'bs3.lublin.eu', note: 'house number to verify' },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
