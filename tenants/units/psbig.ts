import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'psbig',
  name: 'Państwowe Szkoły Budownictwa i Geodezji im. Hieronima Łopacińskiego w Lublinie',
  shortName: 'PSBiG',
  kind: 'technical',
  parent: null,
  address: { street: 'al. Racławickie 5', postalCode: null, city: 'Lublin', district: null },
  patron: 'Hieronima Łopacińskiego',
  geo: null,
  pupilsEstimate: 677,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address', 'patron', 'official_name'],
    source: 'analyst general knowledge, not checked',
    note: 'all from memory',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
