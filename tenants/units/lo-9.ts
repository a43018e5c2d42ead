import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'lo-9',
  name: 'IX Liceum Ogólnokształcące im. Mikołaja Kopernika w Lublinie',
  shortName: 'IX LO',
  kind: 'general_secondary',
  parent: null,
  address: { street: 'ul. Struga 6', postalCode: null, city: 'Lublin', district: 'Konstantynów' },
  patron: 'Mikołaja Kopernika',
  geo: { lat: 51.243, lon: 22.506, precision: 'district_centroid_estimate' },
  pupilsEstimate: 640,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address', 'district'],
    source: '9lo.lublin.pl',
    note: 'house number from memory',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
