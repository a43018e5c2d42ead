import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-19',
  name: 'Szkoła Podstawowa nr 19 im. Józefa Czechowicza w Lublinie',
  shortName: 'SP 19',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Szkolna 6', postalCode: null, city: 'Lublin', district: 'Śródmieście' },
  patron: 'Józefa Czechowicza',
  geo: { lat: 51.248, lon: 22.56, precision: 'district_centroid_estimate' },
  pupilsEstimate: 180,
  status: 'active',
  verified: {
    record: true,
    unverified: ['district'],
    source: 'lublin.se.pl 2023',
    note: 'closure voted for 2022 but still listed in 2024 recruitment: verify',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
