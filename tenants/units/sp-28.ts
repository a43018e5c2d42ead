import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-28',
  name: 'Szkoła Podstawowa nr 28 z Oddziałami Integracyjnymi im. Synów Pułku Ziemi Lubelskiej w Lublinie',
  shortName: 'SP 28',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Radości 13', postalCode: null, city: 'Lublin', district: 'Czuby Południowe' },
  patron: 'Synów Pułku Ziemi Lubelskiej',
  geo: { lat: 51.223, lon: 22.518, precision: 'district_centroid_estimate' },
  pupilsEstimate: 583,
  status: 'active',
  verified: { record: true, unverified: ['district'], source: 'sp28.lublin.pl', note: 'district estimated' },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
