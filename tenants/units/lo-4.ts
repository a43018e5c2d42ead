import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'lo-4',
  name: 'IV Liceum Ogólnokształcące im. Stefanii Sempołowskiej w Lublinie',
  shortName: 'IV LO',
  kind: 'general_secondary',
  parent: null,
  address: { street: 'ul. Szkolna 4', postalCode: null, city: 'Lublin', district: 'Śródmieście' },
  patron: 'Stefanii Sempołowskiej',
  geo: { lat: 51.248, lon: 22.56, precision: 'district_centroid_estimate' },
  pupilsEstimate: 640,
  status: 'active',
  verified: { record: true, unverified: ['district'], source: 'teatrnn.pl' },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
