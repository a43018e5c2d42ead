import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zs-energetyk',
  name: 'Zespół Szkół Energetycznych im. prof. Kazimierza Drewnowskiego w Lublinie',
  shortName: 'ZS Energetycznych',
  kind: 'technical',
  parent: null,
  address: { street: 'ul. Długa 6', postalCode: null, city: 'Lublin', district: null },
  patron: 'prof. Kazimierza Drewnowskiego',
  geo: null,
  pupilsEstimate: 677,
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
