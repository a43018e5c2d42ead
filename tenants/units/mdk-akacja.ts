import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'mdk-akacja',
  name: 'Młodzieżowy Dom Kultury „Pod Akacją” w Lublinie',
  shortName: 'MDK „Pod Akacją”',
  kind: 'youth_culture_centre',
  parent: null,
  address: { street: 'ul. Grodzka 11', postalCode: '20-112', city: 'Lublin', district: 'Stare Miasto' },
  patron: null,
  geo: { lat: 51.249028, lon: 22.569444, precision: 'address' },
  pupilsEstimate: 1500,
  status: 'active',
  verified: { record: true, unverified: ['district'], source: 'mdk.lublin.pl' },
  network: {
    edge: { model: 'PA-820', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
