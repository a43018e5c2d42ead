import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zso-2',
  name: 'Zespół Szkół Ogólnokształcących nr 2 im. S. F. Paleolog w Lublinie',
  shortName: 'ZSO 2',
  kind: 'general_secondary',
  parent: null,
  address: { street: null, postalCode: null, city: 'Lublin', district: null },
  patron: 'Stanisławy Filipiny Paleolog',
  geo: null,
  pupilsEstimate: 700,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'onet.pl 2019',
    note: 'XVIII LO + SP 11; address to verify',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
