import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-43',
  name: 'Szkoła Podstawowa nr 43 w Lublinie',
  shortName: 'SP 43',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Śliwińskiego', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'nowytydzien.pl 2019',
    note: 'integration classes (2024); house number and patron to verify',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
