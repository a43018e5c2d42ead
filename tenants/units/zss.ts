import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zss',
  name: 'Zespół Szkół Samochodowych im. Stanisława Syroczyńskiego w Lublinie',
  shortName: 'ZS Samochodowych',
  kind: 'technical',
  parent: null,
  address: { street: 'ul. Długa 10a', postalCode: null, city: 'Lublin', district: null },
  patron: 'Stanisława Syroczyńskiego',
  geo: null,
  pupilsEstimate: 677,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address', 'patron', 'official_name'],
    source: 'analyst general knowledge, not checked',
    note: 'all from memory',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
