import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sosw-nieslyszacy',
  name: 'Specjalny Ośrodek Szkolno-Wychowawczy dla Dzieci i Młodzieży Niesłyszącej i Słabo Słyszącej im. Jana Pawła II w Lublinie',
  shortName: 'SOSW dla Niesłyszących',
  kind: 'special',
  parent: null,
  address: { street: 'ul. Hanki Ordonówny 4', postalCode: '20-328', city: 'Lublin', district: null },
  patron: 'Jana Pawła II',
  geo: null,
  pupilsEstimate: 150,
  status: 'active',
  verified: { record: true, unverified: [], source: 'lublin.eu/edu special-education offer 2021-04-21' },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
