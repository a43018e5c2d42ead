import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zs-5',
  name: 'Zespół Szkół nr 5 im. Jana Pawła II w Lublinie',
  shortName: 'ZS 5',
  kind: 'technical',
  parent: null,
  address: { street: 'ul. Elsnera 5', postalCode: null, city: 'Lublin', district: null },
  patron: 'Jana Pawła II',
  geo: null,
  pupilsEstimate: 677,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address'],
    source: 'up.lublin.pl 2022',
    note: 'gastronomy and hotel trades; address from memory',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
