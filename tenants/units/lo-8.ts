import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'lo-8',
  name: 'VIII Liceum Ogólnokształcące im. Zofii Nałkowskiej w Lublinie',
  shortName: 'VIII LO',
  kind: 'general_secondary',
  parent: null,
  address: { street: 'ul. Słowicza 5', postalCode: null, city: 'Lublin', district: null },
  patron: 'Zofii Nałkowskiej',
  geo: null,
  pupilsEstimate: 640,
  status: 'active',
  verified: { record: true, unverified: [], source: 'teatrnn.pl' },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
