import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zstk',
  name: 'Zespół Szkół Transportowo-Komunikacyjnych im. Tadeusza Kościuszki w Lublinie',
  shortName: 'ZSTK',
  kind: 'technical',
  parent: null,
  address: { street: 'ul. Zemborzycka 82', postalCode: null, city: 'Lublin', district: null },
  patron: 'Tadeusza Kościuszki',
  geo: null,
  pupilsEstimate: 677,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address'],
    source: 'dziennikwschodni.pl 2025-01',
    note: 'address from memory',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
