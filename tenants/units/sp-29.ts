import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-29',
  name: 'Szkoła Podstawowa nr 29 im. Adama Mickiewicza w Lublinie',
  shortName: 'SP 29',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Wajdeloty 1', postalCode: null, city: 'Lublin', district: 'Rury' },
  patron: 'Adama Mickiewicza',
  geo: { lat: 51.237, lon: 22.53, precision: 'district_centroid_estimate' },
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address', 'patron', 'official_name', 'district'],
    source: 'analyst general knowledge, not checked',
    note: 'all from memory',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
