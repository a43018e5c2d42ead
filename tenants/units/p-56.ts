import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-56',
  name: 'Przedszkole nr 56 w Lublinie',
  shortName: 'P 56',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Kurantowa 3', postalCode: '20-838', city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 155,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
