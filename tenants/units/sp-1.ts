import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-1',
  name: 'Szkoła Podstawowa nr 1 im. ks. Stanisława Konarskiego w Lublinie',
  shortName: 'SP 1',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Kunickiego 116', postalCode: null, city: 'Lublin', district: 'Dziesiąta' },
  patron: 'ks. Stanisława Konarskiego',
  geo: { lat: 51.217, lon: 22.575, precision: 'district_centroid_estimate' },
  pupilsEstimate: 240,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address', 'district'],
    source: 'lublin.gosc.pl 2019',
    note: 'street and patron sourced, house number and district from memory',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
