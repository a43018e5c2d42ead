import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'lo-27',
  name: 'XXVII Liceum Ogólnokształcące im. Zesłańców Sybiru w Lublinie',
  shortName: 'XXVII LO',
  kind: 'general_secondary',
  parent: null,
  address: { street: 'ul. Biedronki 13', postalCode: null, city: 'Lublin', district: null },
  patron: 'Zesłańców Sybiru',
  geo: null,
  pupilsEstimate: 640,
  status: 'active',
  verified: { record: true, unverified: [], source: 'onet.pl 2019' },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
