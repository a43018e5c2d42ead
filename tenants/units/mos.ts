import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'mos',
  name: 'Młodzieżowy Ośrodek Socjoterapii w Lublinie',
  shortName: 'MOS',
  kind: 'special',
  parent: null,
  address: { street: null, postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: null,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'radioplus.pl 2021',
    note: 'served by LCEAO; number and address to verify',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
