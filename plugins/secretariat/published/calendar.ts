import { defineEvent } from '@unia/platform/bus'
import { defineContract } from '@unia/platform/contracts'
import { day } from './fields.ts'

export interface SchoolYearDto {
  unitId: string
  /** The year it begins in. */
  startYear: number
  /** `2026/2027`. */
  label: string
  classesStart: string
  classesEnd: string
  state: 'planned' | 'open' | 'closed'
}

export interface PeriodDto {
  name: string
  startsOn: string
  endsOn: string
}

export interface BellsDto {
  name: string
  building: string | null
  /** 1 = Monday … 7 = Sunday. */
  weekdays: number[]
  slots: { number: number; startsAt: string; endsAt: string }[]
}

/**
 * When a unit teaches. A complex has a calendar for each component: name it, or the first one answers.
 * A year that nobody has entered yet follows the regulation.
 *
 * @example
 * const calendar = await contracts.require(Calendar)
 * const next = await calendar.nextTeachingDay('2026-12-22')
 */
export interface Calendar {
  /** The newest first. */
  schoolYears(unitId?: string): Promise<SchoolYearDto[]>
  periods(startYear: number, unitId?: string): Promise<PeriodDto[]>
  /** Both days included; may span several school years. */
  teachingDays(from: string, to: string, unitId?: string): Promise<string[]>
  /** The first one after a day. */
  nextTeachingDay(after: string, unitId?: string): Promise<string>
  /** Those that ring on a day; the day itself need not be a teaching day. */
  bells(day: string, unitId?: string): Promise<BellsDto[]>
}

export const Calendar = defineContract<Calendar>('secretariat.calendar')

export const calendarChanged = defineEvent({
  type: 'secretariat.calendar.changed',
  version: 1,
  schema: {
    type: 'object',
    required: ['schoolYear', 'from', 'to'],
    properties: { schoolYear: { type: 'integer' }, from: day, to: day },
    additionalProperties: false,
  },
})

const yearFact = (fact: 'opened' | 'closed') =>
  defineEvent({
    type: `secretariat.school_year.${fact}`,
    version: 1,
    schema: {
      type: 'object',
      required: ['schoolYear'],
      properties: { schoolYear: { type: 'integer' } },
      additionalProperties: false,
    },
  })

export const schoolYearOpened = yearFact('opened')
export const schoolYearClosed = yearFact('closed')
