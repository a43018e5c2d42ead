import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zs-12',
  name: 'Zespół Szkół nr 12 w Lublinie',
  shortName: 'ZS 12',
  kind: 'primary',
  parent: null,
  contains: ['preschool'],
  address: { street: 'ul. Sławinkowska 50', postalCode: null, city: 'Lublin', district: 'Sławin' },
  patron: null,
  geo: { lat: 51.265, lon: 22.506, precision: 'district_centroid_estimate' },
  pupilsEstimate: null,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
    note: 'preschool + primary complex',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
