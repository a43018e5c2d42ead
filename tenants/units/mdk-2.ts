import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'mdk-2',
  name: 'Młodzieżowy Dom Kultury nr 2 w Lublinie',
  shortName: 'MDK 2',
  kind: 'youth_culture_centre',
  parent: null,
  address: { street: 'ul. Bernardyńska 14a', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 1200,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address'],
    source: 'kulturawzasiegu.pl',
    note: 'address from memory',
  },
  network: {
    edge: { model: 'PA-820', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
