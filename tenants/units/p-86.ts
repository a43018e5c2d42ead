import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'p-86',
  name: 'Przedszkole nr 86 w Lublinie',
  shortName: 'P 86',
  kind: 'preschool',
  parent: 'zs-12',
  address: { street: 'ul. Sławinkowska 50', postalCode: null, city: 'Lublin', district: 'Sławin' },
  patron: null,
  geo: { lat: 51.265, lon: 22.506, precision: 'district_centroid_estimate' },
  pupilsEstimate: 140,
  status: 'active',
  verified: {
    record: true,
    unverified: [],
    source: 'lublin.eska.pl 2020-05 list of reopening preschools/sections',
    note: 'part of Zespół Szkół nr 12',
  },
})
