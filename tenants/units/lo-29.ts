import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'lo-29',
  name: 'XXIX Liceum Ogólnokształcące im. cc. mjr. Hieronima Dekutowskiego ps. „Zapora” w Lublinie',
  shortName: 'XXIX LO',
  kind: 'general_secondary',
  parent: null,
  address: { street: null, postalCode: null, city: 'Lublin', district: null },
  patron: 'cc. mjr. Hieronima Dekutowskiego ps. Zapora',
  geo: null,
  pupilsEstimate: 640,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'gloslubelski.pl 2022',
    note: 'from Gimnazjum nr 9 in 2017; address to verify',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
