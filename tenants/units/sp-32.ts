import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-32',
  name: 'Szkoła Podstawowa nr 32 im. Pamięci Majdanka w Lublinie',
  shortName: 'SP 32',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Tetmajera 2', postalCode: null, city: 'Lublin', district: null },
  patron: 'Pamięci Majdanka',
  geo: null,
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address', 'patron'],
    source: 'analyst general knowledge, not checked',
    note: 'existence and integration classes sourced, address and patron from memory',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
