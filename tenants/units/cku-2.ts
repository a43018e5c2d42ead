import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'cku-2',
  name: 'Centrum Kształcenia Ustawicznego nr 2 w Lublinie',
  shortName: 'CKU 2',
  kind: 'continuing_education',
  parent: null,
  address: { street: 'ul. Pogodna 52', postalCode: null, city: 'Lublin', district: 'Bronowice' },
  patron: null,
  geo: { lat: 51.24, lon: 22.591, precision: 'district_centroid_estimate' },
  pupilsEstimate: null,
  status: 'active',
  verified: {
    record: true,
    unverified: ['district'],
    source: 'project seed presentation 2019',
    note: 'training venue of the programme in 2019',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
