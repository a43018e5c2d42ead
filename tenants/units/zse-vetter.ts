import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zse-vetter',
  name: 'Zespół Szkół Ekonomicznych im. A. i J. Vetterów w Lublinie',
  shortName: 'ZSE Vetterów',
  kind: 'technical',
  parent: null,
  address: { street: 'ul. Bernardyńska 14', postalCode: null, city: 'Lublin', district: null },
  patron: 'A. i J. Vetterów',
  geo: null,
  pupilsEstimate: 677,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address'],
    source: 'ryneklubelski.pl',
    note: 'street sourced, number from memory',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
