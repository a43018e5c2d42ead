import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-51',
  name: 'Szkoła Podstawowa nr 51 im. Jana Pawła II w Lublinie',
  shortName: 'SP 51',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Bursztynowa 22', postalCode: null, city: 'Lublin', district: null },
  patron: 'Jana Pawła II',
  geo: null,
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: false,
    unverified: ['patron'],
    source: 'lublin.se.pl 2023',
    note: 'patron from memory',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
