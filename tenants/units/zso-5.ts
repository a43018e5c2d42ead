import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zso-5',
  name: 'Zespół Szkół Ogólnokształcących nr 5 w Lublinie',
  shortName: 'ZSO 5',
  kind: 'general_secondary',
  parent: null,
  address: { street: 'ul. Rzeckiego 10', postalCode: null, city: 'Lublin', district: 'Rury' },
  patron: null,
  geo: { lat: 51.237, lon: 22.53, precision: 'district_centroid_estimate' },
  pupilsEstimate: 1100,
  status: 'active',
  verified: {
    record: true,
    unverified: ['district'],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
    note: 'SP 22 + X LO (sports); complex name sourced, X LO membership from memory',
  },
  network: {
    edge: { model: 'PA-820', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
