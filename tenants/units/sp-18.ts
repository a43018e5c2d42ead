import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-18',
  name: 'Szkoła Podstawowa nr 18 im. Macieja Rataja w Lublinie',
  shortName: 'SP 18',
  kind: 'primary',
  parent: null,
  address: { street: null, postalCode: null, city: 'Lublin', district: null },
  patron: 'Macieja Rataja',
  geo: null,
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'dziennikwschodni.pl 2020-02',
    note: 'address to verify',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
