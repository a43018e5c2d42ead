import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'lo-3',
  name: 'III Liceum Ogólnokształcące im. Unii Lubelskiej w Lublinie',
  shortName: 'III LO',
  kind: 'general_secondary',
  parent: null,
  address: { street: 'pl. Wolności 4', postalCode: '20-005', city: 'Lublin', district: 'Śródmieście' },
  patron: 'Unia Lubelska',
  geo: { lat: 51.248, lon: 22.56, precision: 'district_centroid_estimate' },
  pupilsEstimate: 640,
  status: 'active',
  verified: { record: true, unverified: ['district'], source: 'strona.3lo.lublin.pl' },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
