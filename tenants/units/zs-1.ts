import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zs-1',
  name: 'Zespół Szkół nr 1 im. Władysława Grabskiego w Lublinie',
  shortName: 'ZS 1',
  kind: 'technical',
  parent: null,
  contains: ['general_secondary'],
  address: { street: 'ul. Podwale 11', postalCode: null, city: 'Lublin', district: null },
  patron: 'Władysława Grabskiego',
  geo: null,
  pupilsEstimate: 1100,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'centrum.fm 2019',
    note: 'technical school of economics and trade + XV LO',
  },
  network: {
    edge: { model: 'PA-820', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
