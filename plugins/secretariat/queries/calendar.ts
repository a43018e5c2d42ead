import db from '@adonisjs/lucid/services/db'
import { parameter } from '@unia/platform/parameters'
import { classesEnd, classesStart } from '@unia/platform/values'
import { christmasBreak, springBreak, type DaySpan } from '#secretariat/domain/breaks'
import type { Slot } from '#secretariat/domain/bells'
import type { PeriodSpan } from '#secretariat/domain/periods'
import type { FreeSpan, YearPlan } from '#secretariat/domain/school_days'
import { winterBreaks } from '#secretariat/parameters/calendar'

export interface FreeDayRow {
  id: string
  kind: 'director' | 'other' | 'working'
  startsOn: string
  endsOn: string
  reason: string
}

export interface YearRow {
  /** Null while the year only follows the regulation. */
  id: string | null
  unitId: string
  startYear: number
  classesStart: string
  classesEnd: string
  state: 'planned' | 'open' | 'closed'
  periods: PeriodSpan[]
  freeDays: FreeDayRow[]
}

export interface ScheduleRow {
  id: string
  name: string
  building: string | null
  weekdays: number[]
  slots: Slot[]
}

const YEAR = `select y.id, y.unit_id as "unitId", y.start_year as "startYear", y.classes_start as "classesStart",
    y.classes_end as "classesEnd", y.state,
    coalesce((select json_agg(json_build_object('name', p.name, 'startsOn', p.starts_on, 'endsOn', p.ends_on)
      order by p.position) from secretariat_periods p where p.tenant_id = y.tenant_id and p.school_year_id = y.id), '[]') as periods,
    coalesce((select json_agg(json_build_object('id', f.id, 'kind', f.kind, 'startsOn', f.starts_on, 'endsOn', f.ends_on,
      'reason', f.reason) order by f.starts_on) from secretariat_free_days f
      where f.tenant_id = y.tenant_id and f.school_year_id = y.id), '[]') as "freeDays"
  from secretariat_school_years y`

/** A unit's school year as entered, or as the regulation has it. */
export async function yearOf(unitId: string, startYear: number): Promise<YearRow> {
  const { rows } = await db.rawQuery<{ rows: YearRow[] }>(
    `${YEAR} where y.unit_id = ? and y.start_year = ?`,
    [unitId, startYear]
  )
  return rows[0] ?? byRule(unitId, startYear)
}

/** All years entered for a unit, the newest first. */
export async function yearsOf(unitId: string): Promise<YearRow[]> {
  const { rows } = await db.rawQuery<{ rows: YearRow[] }>(
    `${YEAR} where y.unit_id = ? order by y.start_year desc`,
    [unitId]
  )
  return rows
}

const byRule = (unitId: string, startYear: number): YearRow => ({
  ...{ id: null, unitId, startYear, state: 'open', periods: [], freeDays: [] },
  ...{ classesStart: classesStart(startYear), classesEnd: classesEnd(startYear) },
})

/** With the breaks of the regulation added to what the unit set. */
export const planOf = (year: YearRow): YearPlan => ({
  classesStart: year.classesStart,
  classesEnd: year.classesEnd,
  spans: [
    ...year.freeDays.map(({ kind, startsOn, endsOn }) => ({ kind, from: startsOn, to: endsOn })),
    ...statutoryBreaks(year.startYear),
  ],
})

/** Christmas, winter and spring breaks of a school year; no winter break while its term is not announced. */
export function statutoryBreaks(startYear: number): FreeSpan[] {
  const winter = parameter(winterBreaks)
    .on(`${startYear}-09-01`)
    .find((row) => Number(row.schoolYear) === startYear) as unknown as DaySpan | undefined
  return [
    { kind: 'christmas', ...christmasBreak(startYear) },
    ...(winter ? [{ kind: 'winter' as const, from: winter.from, to: winter.to }] : []),
    { kind: 'spring', ...springBreak(startYear) },
  ]
}

export async function schedulesOf(yearId: string | null): Promise<ScheduleRow[]> {
  if (!yearId) return []
  const { rows } = await db.rawQuery<{ rows: ScheduleRow[] }>(
    `select b.id, b.name, b.building, b.weekdays,
       coalesce((select json_agg(json_build_object('number', s.number, 'startsAt', to_char(s.starts_at, 'HH24:MI'),
         'endsAt', to_char(s.ends_at, 'HH24:MI')) order by s.number)
         from secretariat_lesson_slots s where s.tenant_id = b.tenant_id and s.schedule_id = b.id), '[]') as slots
     from secretariat_bell_schedules b where b.school_year_id = ? order by b.name`,
    [yearId]
  )
  return rows
}

/** The named component, or the first; null when it is not this tenant's. */
export async function calendarUnit(unitId?: string): Promise<{ id: string; kind: string } | null> {
  const row = await db
    .from('tenancy_units')
    .where('status', '<>', 'closed')
    .if(unitId, (query) => void query.where('id', unitId!))
    .orderBy('short_name')
    .select('id', 'kind')
    .first()
  return row ?? null
}
