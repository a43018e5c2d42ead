import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sps-26',
  name: 'Szkoła Podstawowa Specjalna nr 26 w Lublinie',
  shortName: 'SPS 26',
  kind: 'special',
  parent: null,
  address: { street: 'ul. Bronowicka 21', postalCode: null, city: 'Lublin', district: 'Bronowice' },
  patron: null,
  geo: { lat: 51.24, lon: 22.591, precision: 'district_centroid_estimate' },
  pupilsEstimate: 180,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address', 'district'],
    source: 'lublin.eu 2017-09-04',
    note: 'branch for pupils with autism ul. Kurantowa 5 (sourced); main address from memory',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
