import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'lo-6',
  name: 'VI Liceum Ogólnokształcące im. Hugona Kołłątaja w Lublinie',
  shortName: 'VI LO',
  kind: 'general_secondary',
  parent: null,
  address: {
    street: 'ul. Adama Mickiewicza 36',
    postalCode: '20-466',
    city: 'Lublin',
    district: 'Dziesiąta',
  },
  patron: 'Hugona Kołłątaja',
  geo: { lat: 51.217, lon: 22.575, precision: 'district_centroid_estimate' },
  pupilsEstimate: 640,
  status: 'active',
  verified: { record: true, unverified: [], source: 'lo6.lublin.eu' },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
