import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-23',
  name: 'Szkoła Podstawowa nr 23 im. Olimpijczyków Polskich w Lublinie',
  shortName: 'SP 23',
  kind: 'primary',
  parent: null,
  address: { street: 'ul. Podzamcze 9', postalCode: null, city: 'Lublin', district: null },
  patron: 'Olimpijczyków Polskich',
  geo: null,
  pupilsEstimate: 583,
  status: 'active',
  verified: { record: true, unverified: [], source: 'koziolek.pl 2024', note: 'swimming sports class' },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
