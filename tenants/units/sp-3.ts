import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-3',
  name: 'Szkoła Podstawowa nr 3 im. Juliusza Słowackiego w Lublinie',
  shortName: 'SP 3',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Balladyny 22', postalCode: null, city: 'Lublin', district: 'Rury' },
  patron: 'Juliusza Słowackiego',
  geo: { lat: 51.237, lon: 22.53, precision: 'district_centroid_estimate' },
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: true,
    unverified: ['district'],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
