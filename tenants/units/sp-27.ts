import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-27',
  name: 'Szkoła Podstawowa nr 27 im. Marii Montessori w Lublinie',
  shortName: 'SP 27',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Kresowa 7', postalCode: null, city: 'Lublin', district: null },
  patron: 'Marii Montessori',
  geo: null,
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address', 'patron'],
    source: 'analyst general knowledge, not checked',
    note: 'existence sourced, rest from memory',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
