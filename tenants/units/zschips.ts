import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zschips',
  name: 'Zespół Szkół Chemicznych i Przemysłu Spożywczego im. gen. Franciszka Kleeberga w Lublinie',
  shortName: 'ZSChiPS',
  kind: 'technical',
  parent: null,
  address: { street: 'al. Racławickie 7', postalCode: null, city: 'Lublin', district: null },
  patron: 'gen. Franciszka Kleeberga',
  geo: null,
  pupilsEstimate: 677,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address'],
    source: 'zschips.lublin.eu',
    note: 'address from memory',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
