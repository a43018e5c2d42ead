import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-21',
  name: 'Szkoła Podstawowa nr 21 im. Królowej Jadwigi w Lublinie',
  shortName: 'SP 21',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Zuchów 1', postalCode: '20-047', city: 'Lublin', district: null },
  patron: 'Królowej Jadwigi',
  geo: null,
  pupilsEstimate: 583,
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
