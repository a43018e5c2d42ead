import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-30',
  name: 'Szkoła Podstawowa nr 30 im. Króla Kazimierza Wielkiego w Lublinie',
  shortName: 'SP 30',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Nałkowskich 110', postalCode: null, city: 'Lublin', district: 'Wrotków' },
  patron: 'Króla Kazimierza Wielkiego',
  geo: { lat: 51.205, lon: 22.55, precision: 'district_centroid_estimate' },
  pupilsEstimate: 1250,
  status: 'active',
  verified: { record: true, unverified: ['district'], source: 'sp30.lublin.eu', note: 'district estimated' },
  network: {
    edge: { model: 'PA-820', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
