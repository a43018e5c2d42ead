import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zs-13',
  name: 'Zespół Szkół nr 13 w Lublinie',
  shortName: 'ZS 13',
  kind: 'primary',
  parent: null,
  contains: ['preschool'],
  address: { street: 'ul. Berylowa 7', postalCode: null, city: 'Lublin', district: 'Węglin Południowy' },
  patron: null,
  geo: { lat: 51.225, lon: 22.496, precision: 'district_centroid_estimate' },
  pupilsEstimate: 950,
  status: 'active',
  verified: {
    record: true,
    unverified: ['district'],
    source: 'lublin.eu 2023-09-06',
    note: 'preschool + primary complex; district estimated',
  },
  network: {
    edge: { model: 'PA-820', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
