import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sosw-2',
  name: 'Specjalny Ośrodek Szkolno-Wychowawczy nr 2 w Lublinie',
  shortName: 'SOSW 2',
  kind: 'special',
  parent: null,
  address: { street: 'ul. Głuska 5', postalCode: null, city: 'Lublin', district: 'Głusk' },
  patron: null,
  geo: { lat: 51.196, lon: 22.617, precision: 'district_centroid_estimate' },
  pupilsEstimate: 120,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address', 'district'],
    source: 'radio.lublin.pl 2023',
    note: 'street sourced, number from memory; includes Szkoła Podstawowa nr 53; district estimated',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
