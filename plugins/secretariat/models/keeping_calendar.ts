import db from '@adonisjs/lucid/services/db'
import { publish } from '@unia/platform/bus'
import { parameter } from '@unia/platform/parameters'
import { attempt } from '@unia/platform/scope'
import type { Infer } from '@vinejs/vine/types'
import { calendarChanged } from '#secretariat/contract'
import { slotRefusal, type SlotRefusal } from '#secretariat/domain/bells'
import { periodRefusal, usualPeriods, type PeriodRefusal } from '#secretariat/domain/periods'
import { directorDaysUsed } from '#secretariat/domain/school_days'
import { directorDays } from '#secretariat/parameters/calendar'
import { planOf, yearOf, type YearRow } from '#secretariat/queries/calendar'
import type {
  bellScheduleValidator,
  freeDayValidator,
  schoolYearValidator,
} from '#secretariat/validators/calendar'

type YearForm = Infer<typeof schoolYearValidator>
type FreeDayForm = Infer<typeof freeDayValidator>
type BellForm = Infer<typeof bellScheduleValidator>

export type Keeping =
  | { outcome: 'saved' }
  | { outcome: 'outside' }
  | { outcome: 'periods'; refusal: PeriodRefusal }
  | { outcome: 'director_days'; used: number; most: number }
  | { outcome: 'slots'; refusal: SlotRefusal }
  | { outcome: 'name_taken' }
  | { outcome: 'unknown' }

const saved: Keeping = { outcome: 'saved' }

/** Dates and classification periods of a year; they must cover every day with classes. */
export async function keepYear(unitId: string, startYear: number, form: YearForm): Promise<Keeping> {
  const year = { ...(await yearOf(unitId, startYear)), ...form }
  if (!within(startYear, form.classesStart, form.classesEnd)) return { outcome: 'outside' }
  const refusal = periodRefusal(planOf(year), form.periods)
  if (refusal) return { outcome: 'periods', refusal }
  const id = await enteredYear(year)
  await db
    .from('secretariat_school_years')
    .where('id', id)
    .update({ classes_start: form.classesStart, classes_end: form.classesEnd, updated_at: new Date() })
  await writePeriods(id, form.periods)
  await tell(startYear, form.classesStart, form.classesEnd)
  return saved
}

/** A day without classes, or a Saturday with them. The director's days are limited by the kind of unit. */
export async function addFreeDay(
  unit: { id: string; kind: string },
  startYear: number,
  form: FreeDayForm
): Promise<Keeping> {
  const year = await yearOf(unit.id, startYear)
  if (!within(startYear, form.startsOn, form.endsOn)) return { outcome: 'outside' }
  const most = mostDirectorDays(unit.kind, startYear)
  const used = directorDaysUsed(planOf({ ...year, freeDays: [...year.freeDays, { id: '', ...form }] }))
  if (form.kind === 'director' && most !== null && used > most) {
    return { outcome: 'director_days', used, most }
  }
  const id = await enteredYear(year)
  await db.table('secretariat_free_days').insert({
    ...{ school_year_id: id, kind: form.kind, reason: form.reason },
    ...{ starts_on: form.startsOn, ends_on: form.endsOn },
  })
  await tell(startYear, form.startsOn, form.endsOn)
  return saved
}

export async function removeFreeDay(id: string): Promise<Keeping> {
  const row = await db
    .from('secretariat_free_days as f')
    .joinRaw('join secretariat_school_years y on y.tenant_id = f.tenant_id and y.id = f.school_year_id')
    .where('f.id', id)
    .select('y.start_year', 'f.starts_on', 'f.ends_on')
    .first()
  if (!row) return { outcome: 'unknown' }
  await db.from('secretariat_free_days').where('id', id).delete()
  await tell(row.start_year, row.starts_on, row.ends_on)
  return saved
}

/** Bells of one building or of some weekdays; `scheduleId` null adds them. */
export async function keepBells(
  unitId: string,
  startYear: number,
  scheduleId: string | null,
  { slots, name, building = null, weekdays }: BellForm
): Promise<Keeping> {
  const refusal = slotRefusal(slots)
  if (refusal) return { outcome: 'slots', refusal }
  const year = await yearOf(unitId, startYear)
  const yearId = await enteredYear(year)
  const row = { name, building, weekdays, school_year_id: yearId }
  const kept = await attempt(async () => {
    const query = scheduleId
      ? db.from('secretariat_bell_schedules').where({ id: scheduleId, school_year_id: yearId }).update(row)
      : db.table('secretariat_bell_schedules').insert(row)
    const [found] = await query.returning('id')
    return (found?.id ?? found ?? null) as string | null
  })
  if (!kept.ok) return { outcome: 'name_taken' }
  if (!kept.value) return { outcome: 'unknown' }
  await db.from('secretariat_lesson_slots').where('schedule_id', kept.value).delete()
  await db.table('secretariat_lesson_slots').multiInsert(
    slots.map(({ number, startsAt, endsAt }) => ({
      ...{ schedule_id: kept.value, number, starts_at: startsAt, ends_at: endsAt },
    }))
  )
  await tell(startYear, year.classesStart, year.classesEnd)
  return saved
}

export async function removeBells(id: string): Promise<Keeping> {
  const gone = await db.from('secretariat_bell_schedules').where('id', id).delete().returning('id')
  return gone.length ? saved : { outcome: 'unknown' }
}

/** Null where the regulation names no limit, as for preschools. */
export function mostDirectorDays(kind: string, startYear: number): number | null {
  const row = parameter(directorDays)
    .on(`${startYear}-09-01`)
    .find((limit) => limit.kind === kind)
  return row ? Number(row.days) : null
}

/** The year's row, made from the regulation at the first change. */
export async function enteredYear(year: YearRow): Promise<string> {
  if (year.id) return year.id
  const [row] = await db
    .table('secretariat_school_years')
    .insert({
      ...{ unit_id: year.unitId, start_year: year.startYear, state: year.state },
      ...{ classes_start: year.classesStart, classes_end: year.classesEnd },
    })
    .returning('id')
  const id = (row.id ?? row) as string
  await writePeriods(id, year.periods.length ? year.periods : usualPeriods(planOf(year)))
  return id
}

async function writePeriods(yearId: string, periods: YearForm['periods']) {
  await db.from('secretariat_periods').where('school_year_id', yearId).delete()
  await db.table('secretariat_periods').multiInsert(
    periods.map(({ name, startsOn, endsOn }, at) => ({
      ...{ school_year_id: yearId, position: at + 1, name, starts_on: startsOn, ends_on: endsOn },
    }))
  )
}

const within = (year: number, from: string, to: string) =>
  from >= `${year}-09-01` && to <= `${year + 1}-08-31` && from <= to

const tell = (schoolYear: number, from: string, to: string) =>
  publish(calendarChanged, { subject: `school-year/${schoolYear}`, data: { schoolYear, from, to } })
