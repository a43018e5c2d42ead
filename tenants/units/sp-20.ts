import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'sp-20',
  name: 'Szkoła Podstawowa nr 20 im. Jarosława Dąbrowskiego w Lublinie',
  shortName: 'SP 20',
  kind: 'primary',
  parent: null,
  address: { street: 'al. Piłsudskiego 26', postalCode: null, city: 'Lublin', district: 'Śródmieście' },
  patron: 'Jarosława Dąbrowskiego',
  geo: { lat: 51.248, lon: 22.56, precision: 'district_centroid_estimate' },
  pupilsEstimate: 583,
  status: 'active',
  verified: {
    record: false,
    unverified: ['patron', 'district'],
    source: 'lublin.se.pl 2023',
    note: 'patron from memory',
  },
  network: {
    edge: { model: 'PA-220', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: false,
  },
})
