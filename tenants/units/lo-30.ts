import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'lo-30',
  name: 'XXX Liceum Ogólnokształcące im. ks. Jana Twardowskiego w Lublinie',
  shortName: 'XXX LO',
  kind: 'general_secondary',
  parent: null,
  address: { street: 'ul. Wajdeloty 12', postalCode: null, city: 'Lublin', district: 'Rury' },
  patron: 'ks. Jana Twardowskiego',
  geo: { lat: 51.237, lon: 22.53, precision: 'district_centroid_estimate' },
  pupilsEstimate: 640,
  status: 'active',
  verified: {
    record: false,
    unverified: ['street_address', 'district'],
    source: 'nowytydzien.pl 2018',
    note: 'house number from memory',
  },
  network: {
    edge: { model: 'PA-440', management: null, serial: null, rollout: 'live', verified: false },
    link: { supplier: 'NETTE', state: 'active', capacityMbps: 1000, verified: false },
    pilotGroup: true,
  },
})
