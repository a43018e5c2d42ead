import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'lo-23',
  name: 'XXIII Liceum Ogólnokształcące im. Nauczycieli Tajnego Nauczania w Lublinie',
  shortName: 'XXIII LO',
  kind: 'general_secondary',
  parent: null,
  address: { street: 'ul. Poniatowskiego 5', postalCode: null, city: 'Lublin', district: null },
  patron: 'Nauczycieli Tajnego Nauczania',
  geo: null,
  pupilsEstimate: 640,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address'],
    source: 'onet.pl 2019',
    note: 'address from memory',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
