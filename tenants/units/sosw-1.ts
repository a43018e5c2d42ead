import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sosw-1',
  name: 'Specjalny Ośrodek Szkolno-Wychowawczy nr 1 w Lublinie',
  shortName: 'SOSW 1',
  kind: 'special',
  parent: null,
  address: { street: 'al. Spółdzielczości Pracy 65', postalCode: '20-147', city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 150,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'lublin.eu/edu special-education offer 2021-04-21',
    note: 'includes Branżowa Szkoła Wielozawodowa Specjalna nr 2 im. M. Grzegorzewskiej',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
