import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zs-elektronik',
  name: 'Zespół Szkół Elektronicznych w Lublinie',
  shortName: 'ZS Elektronicznych',
  kind: 'technical',
  parent: null,
  contains: ['dormitory'],
  address: { street: 'ul. Wojciechowska 38', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 677,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address'],
    source: 'naszemiasto.pl 2011',
    note: 'street sourced, number from memory; Technikum Elektroniczne im. Obrońców Lublina 1939 r.; has a dormitory',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
