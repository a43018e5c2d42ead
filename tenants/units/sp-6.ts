import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-6',
  name: 'Szkoła Podstawowa nr 6 im. Romualda Traugutta w Lublinie',
  shortName: 'SP 6',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Czwartaków 11', postalCode: null, city: 'Lublin', district: null },
  patron: 'Romualda Traugutta',
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
