import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'lo-2',
  name: 'II Liceum Ogólnokształcące im. Hetmana Jana Zamoyskiego w Lublinie',
  shortName: 'II LO',
  kind: 'general_secondary',
  parent: null,
  address: { street: 'ul. Ogrodowa 16', postalCode: null, city: 'Lublin', district: 'Śródmieście' },
  patron: 'Hetmana Jana Zamoyskiego',
  geo: { lat: 51.248, lon: 22.56, precision: 'district_centroid_estimate' },
  pupilsEstimate: 640,
  status: 'active',
  verified: { record: true, unverified: ['district'], source: 'Wikipedia mirror' },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
