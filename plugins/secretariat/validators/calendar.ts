import vine from '@vinejs/vine'
import { day } from '@unia/platform/values/vine'

const time = () => vine.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const schoolYearValidator = vine.create({
  classesStart: day(),
  classesEnd: day(),
  periods: vine
    .array(
      vine.object({ name: vine.string().trim().minLength(1).maxLength(40), startsOn: day(), endsOn: day() })
    )
    .minLength(1)
    .maxLength(6),
})

export const freeDayValidator = vine.create({
  kind: vine.enum(['director', 'other', 'working'] as const),
  startsOn: day(),
  endsOn: day(),
  reason: vine.string().trim().minLength(1).maxLength(200),
})

export const bellScheduleValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(60),
  building: vine.string().trim().maxLength(60).nullable().optional(),
  weekdays: vine
    .array(vine.number().range([1, 7]).withoutDecimals())
    .minLength(1)
    .distinct(),
  slots: vine
    .array(
      vine.object({
        number: vine.number().range([0, 20]).withoutDecimals(),
        startsAt: time(),
        endsAt: time(),
      })
    )
    .minLength(1)
    .maxLength(20),
})
