import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-11',
  name: 'Przedszkole Specjalne nr 11 w Lublinie',
  shortName: 'PS 11',
  kind: 'special',
  parent: null,
  address: { street: 'ul. Młodej Polski 30', postalCode: '20-863', city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: null,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
    note: 'special preschool',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
