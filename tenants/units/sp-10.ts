import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-10',
  name: 'Szkoła Podstawowa nr 10 im. Henryka Sienkiewicza w Lublinie',
  shortName: 'SP 10',
  kind: 'primary',
  parent: null,
  address: {
    street: 'ul. Kalinowszczyzna 70',
    postalCode: null,
    city: 'Lublin',
    district: 'Kalinowszczyzna',
  },
  patron: 'Henryka Sienkiewicza',
  geo: { lat: 51.256, lon: 22.587, precision: 'district_centroid_estimate' },
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
    pilotGroup: false,
  },
})
