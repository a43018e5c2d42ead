import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-5',
  name: 'Przedszkole nr 5 w Lublinie',
  shortName: 'P 5',
  kind: 'preschool',
  parent: null,
  address: { street: 'al. Racławickie 42b', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: 140,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
    note: 'second site ul. Spokojna 13',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
