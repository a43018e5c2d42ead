import { defineParameter } from '@unia/platform/parameters'

/** Most pupils of a section in grades 1–3; above it the director records a basis. */
export const sectionLimit = defineParameter({
  id: 'secretariat.section_limit_1_3',
  unit: 'pupils',
  type: 'integer',
  source:
    'rozporządzenie MEN z 28 lutego 2019 r. w sprawie szczegółowej organizacji publicznych szkół i przedszkoli, § 5',
  values: [{ from: '2019-09-01', to: null, value: 25, verify: true }],
})

export default [sectionLimit]
