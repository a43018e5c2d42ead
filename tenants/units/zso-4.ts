import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zso-4',
  name: 'Zespół Szkół Ogólnokształcących nr 4 im. Orląt Lwowskich w Lublinie',
  shortName: 'ZSO 4',
  kind: 'general_secondary',
  parent: null,
  address: {
    street: 'ul. Tumidajskiego 6A',
    postalCode: '20-247',
    city: 'Lublin',
    district: 'Kalinowszczyzna',
  },
  patron: 'Orląt Lwowskich',
  geo: { lat: 51.256, lon: 22.587, precision: 'district_centroid_estimate' },
  pupilsEstimate: 700,
  status: 'active',
  verified: { record: true, unverified: [], source: 'latarnia.teatrnn.pl', note: 'XX LO + primary' },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
