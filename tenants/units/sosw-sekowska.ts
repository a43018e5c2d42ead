import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sosw-sekowska',
  name: 'Specjalny Ośrodek Szkolno-Wychowawczy dla Dzieci i Młodzieży Niepełnosprawnych im. prof. Zofii Sękowskiej w Lublinie',
  shortName: 'SOSW im. Sękowskiej',
  kind: 'special',
  parent: null,
  address: { street: 'ul. Hirszfelda 6', postalCode: '20-092', city: 'Lublin', district: null },
  patron: 'prof. Zofii Sękowskiej',
  geo: null,
  pupilsEstimate: 200,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'lublin.eu/edu special-education offer 2021-04-21',
    note: 'second site (secondary) ul. Wyścigowa 31, 20-425',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
