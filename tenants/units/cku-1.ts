import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'cku-1',
  name: 'Centrum Kształcenia Ustawicznego nr 1 w Lublinie',
  shortName: 'CKU 1',
  kind: 'continuing_education',
  parent: null,
  address: { street: 'ul. Krochmalna 29', postalCode: null, city: 'Lublin', district: null },
  patron: null,
  geo: null,
  pupilsEstimate: null,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'project seed presentation 2019',
    note: 'alternative training venue in 2019; in 2023 the city counted one CKU: verify which remains',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
