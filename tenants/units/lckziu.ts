import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'lckziu',
  name: 'Lubelskie Centrum Kształcenia Zawodowego i Ustawicznego im. Krzysztofa Kamila Baczyńskiego w Lublinie',
  shortName: 'LCKZiU',
  kind: 'continuing_education',
  parent: null,
  address: { street: 'ul. Magnoliowa 8', postalCode: null, city: 'Lublin', district: null },
  patron: 'Krzysztofa Kamila Baczyńskiego',
  geo: null,
  pupilsEstimate: 677,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address'],
    source: 'radio.lublin.pl 2023',
    note: 'street sourced (as Lubelskie Centrum Edukacji Zawodowej), number from memory',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
