import { DateTime } from 'luxon'
import vine from '@vinejs/vine'
import { day } from '@unia/platform/values/vine'
import { schoolZone } from '@unia/platform/values'

export const uuid = () => vine.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
export const sentence = (length = 500) => vine.string().trim().minLength(3).maxLength(length)
export const time = () => vine.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** An instant as a machine says it (ISO 8601 with zone), or as a form does: a day and a local time. */
export const momentFields = (name: string) => ({
  [`${name}At`]: vine.string().trim().maxLength(40).optional(),
  [`${name}Day`]: day().nullable().optional(),
  [`${name}Time`]: time().nullable().optional(),
})

/** The instant of such fields; null when there is none. A text without zone is Warsaw's time. */
export function momentOf(fields: Record<string, unknown>, name: string): Date | null {
  const { [`${name}At`]: at, [`${name}Day`]: onDay, [`${name}Time`]: atTime } = fields
  const text = at ?? (onDay ? `${onDay}T${atTime ?? '00:00'}` : null)
  if (typeof text !== 'string') return null
  const moment = DateTime.fromISO(text, { zone: schoolZone })
  return moment.isValid ? moment.toJSDate() : null
}

/** Day and time in Warsaw, for the fields of a form. */
export function fieldsOf(at: Date | null, name: string): Record<string, string> {
  const there = at && DateTime.fromJSDate(at, { zone: schoolZone })
  return { [`${name}Day`]: there?.toISODate() ?? '', [`${name}Time`]: there?.toFormat('HH:mm') ?? '' }
}
