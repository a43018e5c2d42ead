import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zsb',
  name: 'Zespół Szkół Budowlanych im. Eugeniusza Kwiatkowskiego w Lublinie',
  shortName: 'ZS Budowlanych',
  kind: 'technical',
  parent: null,
  contains: ['dormitory'],
  address: { street: 'ul. Słowicza 3', postalCode: null, city: 'Lublin', district: null },
  patron: 'Eugeniusza Kwiatkowskiego',
  geo: null,
  pupilsEstimate: 677,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address', 'patron'],
    source: 'kurierlubelski.pl 2022',
    note: 'street sourced; number and patron from memory; runs a dormitory',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
