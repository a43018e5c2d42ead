import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'lo-1',
  name: 'I Liceum Ogólnokształcące im. Stanisława Staszica w Lublinie',
  shortName: 'I LO',
  kind: 'general_secondary',
  parent: null,
  address: { street: 'al. Racławickie 26', postalCode: null, city: 'Lublin', district: 'Wieniawa' },
  patron: 'Stanisława Staszica',
  geo: { lat: 51.251, lon: 22.548, precision: 'district_centroid_estimate' },
  pupilsEstimate: 752,
  status: 'active',
  verified: { record: true, unverified: ['district'], source: 'teatrnn.pl', note: 'district estimated' },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
