import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-4',
  name: 'Szkoła Podstawowa nr 4 im. Adama Mickiewicza w Lublinie',
  shortName: 'SP 4',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Hiacyntowa 69', postalCode: null, city: 'Lublin', district: null },
  patron: 'Adama Mickiewicza',
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
    pilotGroup: true,
  },
})
