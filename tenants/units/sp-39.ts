import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-39',
  name: 'Szkoła Podstawowa nr 39 w Lublinie',
  shortName: 'SP 39',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Krężnicka 159', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'nowytydzien.pl 2017',
    note: 'was in Zespół Szkół nr 8 in 2017; now possibly in a school-preschool complex: verify',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
