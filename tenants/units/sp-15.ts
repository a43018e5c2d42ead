import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-15',
  name: 'Szkoła Podstawowa nr 15 im. Jacka Kuronia w Lublinie',
  shortName: 'SP 15',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Elektryczna 51', postalCode: null, city: 'Lublin', district: null },
  patron: 'Jacka Kuronia',
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
