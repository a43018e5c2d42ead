import { addDays, schoolYearLabel, schoolYearOf, weekday } from '@unia/platform/values'
import type { BellsDto, Calendar, PeriodDto, SchoolYearDto } from '#secretariat/contract'
import { usualSlots } from '#secretariat/domain/bells'
import { usualPeriods } from '#secretariat/domain/periods'
import { teachingDays } from '#secretariat/domain/school_days'
import {
  calendarUnit,
  planOf,
  schedulesOf,
  yearOf,
  yearsOf,
  type YearRow,
} from '#secretariat/queries/calendar'

/** Searching further than this for a teaching day means that there is none. */
const YEARS_AHEAD = 2

export default class CalendarOfUnit implements Calendar {
  async schoolYears(unitId?: string): Promise<SchoolYearDto[]> {
    const unit = await unitOf(unitId)
    return unit ? (await yearsOf(unit)).map(dtoOf) : []
  }

  async periods(startYear: number, unitId?: string): Promise<PeriodDto[]> {
    const unit = await unitOf(unitId)
    if (!unit) return []
    const year = await yearOf(unit, startYear)
    return year.periods.length ? year.periods : usualPeriods(planOf(year))
  }

  async teachingDays(from: string, to: string, unitId?: string): Promise<string[]> {
    const unit = await unitOf(unitId)
    const days: string[] = []
    if (!unit) return days
    for (let start = schoolYearOf(from); start <= schoolYearOf(to); start++) {
      days.push(...teachingDays(planOf(await yearOf(unit, start)), { from, to }))
    }
    return days
  }

  async nextTeachingDay(after: string, unitId?: string): Promise<string> {
    const unit = await unitOf(unitId)
    const from = addDays(after, 1)
    for (let ahead = 0; unit && ahead < YEARS_AHEAD; ahead++) {
      const year = await yearOf(unit, schoolYearOf(from) + ahead)
      const [day] = teachingDays(planOf(year), { from, to: year.classesEnd })
      if (day) return day
    }
    throw new Error(`E_NO_TEACHING_DAY: none in ${YEARS_AHEAD} years after ${after}`)
  }

  async bells(day: string, unitId?: string): Promise<BellsDto[]> {
    const unit = await unitOf(unitId)
    if (!unit) return []
    const schedules = await schedulesOf((await yearOf(unit, schoolYearOf(day))).id)
    if (schedules.length === 0) {
      return [{ name: '', building: null, weekdays: [1, 2, 3, 4, 5], slots: usualSlots() }]
    }
    return schedules
      .filter(({ weekdays }) => weekdays.includes(weekday(day)))
      .map(({ id: _id, ...schedule }) => schedule)
  }
}

const unitOf = async (unitId?: string) => (await calendarUnit(unitId))?.id ?? null

const dtoOf = ({ unitId, startYear, classesStart, classesEnd, state }: YearRow): SchoolYearDto => ({
  ...{ unitId, startYear, classesStart, classesEnd, state },
  label: schoolYearLabel(startYear),
})
