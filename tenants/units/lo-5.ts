import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'lo-5',
  name: 'V Liceum Ogólnokształcące im. Marii Skłodowskiej-Curie w Lublinie',
  shortName: 'V LO',
  kind: 'general_secondary',
  parent: null,
  address: { street: 'ul. Lipowa 7', postalCode: null, city: 'Lublin', district: 'Śródmieście' },
  patron: 'Marii Skłodowskiej-Curie',
  geo: { lat: 51.248, lon: 22.56, precision: 'district_centroid_estimate' },
  pupilsEstimate: 928,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address', 'district'],
    source: '5lo.lublin.pl',
    note: 'house number from memory',
  },
  network: {
    edge: { model: 'PA-820', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
