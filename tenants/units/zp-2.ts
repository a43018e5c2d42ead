import { defineTenant } from '@unia/platform/tenancy'

export default defineTenant({
  slug: 'zp-2',
  name: 'Zespół Przedszkolny nr 2 w Lublinie',
  shortName: 'ZP 2',
  kind: 'preschool',
  parent: null,
  address: { street: 'ul. Farbiarska 8', postalCode: null, city: 'Lublin', district: 'Śródmieście' },
  patron: null,
  geo: { lat: 51.248, lon: 22.56, precision: 'district_centroid_estimate' },
  pupilsEstimate: null,
  status: 'active',
  verified: {
    record: true,
    unverified: ['district'],
    source: 'dziennikwschodni.pl 2023-03-28',
    note: 'formed Sept 2022 from preschools 14 and 26',
  },
})
