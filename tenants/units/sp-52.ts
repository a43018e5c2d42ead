import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-52',
  name: 'Szkoła Podstawowa nr 52 im. Marii Konopnickiej w Lublinie',
  shortName: 'SP 52',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Władysława Jagiełły', postalCode: null, city: 'Lublin', district: 'Felin' },
  patron: 'Marii Konopnickiej',
  geo: { lat: 51.228, lon: 22.635, precision: 'district_centroid_estimate' },
  pupilsEstimate: 583,
  status: 'active',
  verified: { record: true, unverified: [], source: 'nowytydzien.pl 2018', note: 'house number to verify' },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
