import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-33',
  name: 'Szkoła Podstawowa nr 33 im. 27 Wołyńskiej Dywizji Piechoty Armii Krajowej w Lublinie',
  shortName: 'SP 33',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Pogodna 19', postalCode: null, city: 'Lublin', district: 'Bronowice' },
  patron: '27 Wołyńskiej Dywizji Piechoty Armii Krajowej',
  geo: { lat: 51.24, lon: 22.591, precision: 'district_centroid_estimate' },
  pupilsEstimate: 300,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address'],
    source: 'nowytydzien.pl',
    note: 'house number from memory',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
