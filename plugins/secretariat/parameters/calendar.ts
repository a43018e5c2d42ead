import { defineParameter } from '@unia/platform/parameters'

const source = 'rozporządzenie MEN z 11 sierpnia 2017 r. w sprawie organizacji roku szkolnego'

/** Winter break of the Lublin voivodeship, a row for each school year. */
export const winterBreaks = defineParameter({
  id: 'secretariat.winter_breaks',
  unit: 'days',
  type: 'table',
  source: `${source}, § 3; coroczny kalendarz MEN`,
  values: [
    {
      from: '2025-09-01',
      to: null,
      verify: true,
      value: [
        { schoolYear: 2025, from: '2026-02-16', to: '2026-03-01' },
        { schoolYear: 2026, from: '2027-01-18', to: '2027-01-31' },
      ],
    },
  ],
})

/** Most days without classes that the director may set in a year, by kind of unit. */
export const directorDays = defineParameter({
  id: 'secretariat.director_days',
  unit: 'days/year',
  type: 'table',
  source: `${source}, § 5`,
  values: [
    {
      from: '2017-09-01',
      to: null,
      verify: true,
      value: [
        { kind: 'primary', days: 8 },
        { kind: 'special', days: 8 },
        { kind: 'general_secondary', days: 10 },
        { kind: 'technical', days: 10 },
        { kind: 'continuing_education', days: 6 },
      ],
    },
  ],
})

export default [winterBreaks, directorDays]
