import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-5',
  name: 'Szkoła Podstawowa nr 5 w Lublinie',
  shortName: 'SP 5',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Smyczkowa', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'nowytydzien.pl 2019',
    note: 'former lower-secondary school; house number to verify; has integration classes (2024)',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
