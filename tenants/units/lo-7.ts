import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'lo-7',
  name: 'VII Liceum Ogólnokształcące im. Marii Konopnickiej w Lublinie',
  shortName: 'VII LO',
  kind: 'general_secondary',
  parent: null,
  address: { street: 'ul. Farbiarska 8', postalCode: null, city: 'Lublin', district: 'Śródmieście' },
  patron: 'Marii Konopnickiej',
  geo: { lat: 51.248, lon: 22.56, precision: 'district_centroid_estimate' },
  pupilsEstimate: 640,
  status: 'active',
  verified: { record: true, unverified: ['district'], source: 'dziennikwschodni.pl 2023' },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
