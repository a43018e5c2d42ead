import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-24',
  name: 'Szkoła Podstawowa nr 24 im. Partyzantów Lubelszczyzny w Lublinie',
  shortName: 'SP 24',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Niecała 1', postalCode: null, city: 'Lublin', district: 'Śródmieście' },
  patron: 'Partyzantów Lubelszczyzny',
  geo: { lat: 51.248, lon: 22.56, precision: 'district_centroid_estimate' },
  pupilsEstimate: 300,
  status: 'active',
  verified: { record: true, unverified: ['district'], source: 'lublin.se.pl 2023' },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
