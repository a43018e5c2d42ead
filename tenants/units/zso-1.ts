import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zso-1',
  name: 'Zespół Szkół Ogólnokształcących nr 1 im. Zbigniewa Herberta w Lublinie',
  shortName: 'ZSO 1',
  kind: 'general_secondary',
  parent: null,
  address: { street: 'ul. Radzyńska 5', postalCode: null, city: 'Lublin', district: null },
  patron: 'Zbigniewa Herberta',
  geo: null,
  pupilsEstimate: 800,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'nowytydzien.pl 2019',
    note: 'XIV LO + SP 45; military classes',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
