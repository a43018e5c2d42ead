import type { Knex } from 'knex'
import { DateTime } from 'luxon'
import { schoolZone, type Day } from '@unia/platform/values'

export const WINDOWS = 'ops_console.ops_console_windows'

/** Agreed work. Times are instants; a repeated window keeps its local time through the change of clocks. */
export interface Window {
  id: string
  tenantId: number
  scope: 'device' | 'unit' | 'city'
  deviceId: string | null
  startsAt: Date
  endsAt: Date
  repeats: 'none' | 'weekly' | 'monthly'
  repeatsUntil: Day | null
  subtree: boolean
  slaExcluded: boolean
  announcedAt: Date | null
  reason: string
  authorName: string
  supplier: string | null
  supplierReference: string | null
  endedAt: Date | null
  /** A repeated window is passed over until then: its turn was ended early. */
  cutUntil: Date | null
}

export interface Turn {
  from: Date
  until: Date
}

/** What is in maintenance now; `tenantId` null: everything. `subtree`: with all that hangs on it. */
export interface ActiveWindow {
  tenantId: number | null
  deviceId: string | null
  subtree: boolean
}

type Timed = Pick<Window, 'startsAt' | 'endsAt' | 'repeats' | 'repeatsUntil'>

/** Turn number `n` of a window in local time; on the 29th to 31st a shorter month has it on its last day. */
function turn({ startsAt, endsAt, repeats }: Timed, n: number): Turn {
  const by = repeats === 'weekly' ? { weeks: n } : repeats === 'monthly' ? { months: n } : {}
  const moved = (at: Date) => DateTime.fromJSDate(at, { zone: schoolZone }).plus(by).toJSDate()
  return { from: moved(startsAt), until: moved(endsAt) }
}

/** Turns that touch a span of time, in their order. */
export function turns(window: Timed, from: Date, until: Date): Turn[] {
  if (window.repeats === 'none') return [turn(window, 0)].filter((one) => touches(one, from, until))
  const start = DateTime.fromJSDate(window.startsAt, { zone: schoolZone })
  const unit = window.repeats === 'weekly' ? 'weeks' : 'months'
  const first = Math.max(
    0,
    Math.floor(DateTime.fromJSDate(from, { zone: schoolZone }).diff(start, unit).as(unit)) - 1
  )
  const found: Turn[] = []
  for (let n = first; ; n++) {
    const one = turn(window, n)
    if (one.from >= until || isAfter(one.from, window.repeatsUntil)) return found
    if (touches(one, from, until)) found.push(one)
  }
}

const touches = (one: Turn, from: Date, until: Date) => one.from < until && one.until > from

const isAfter = (at: Date, day: Day | null) =>
  day !== null && DateTime.fromJSDate(at, { zone: schoolZone }).toISODate()! > day

/** The turn that runs at an instant, or null. */
export function runningTurn(window: Timed & Pick<Window, 'endedAt' | 'cutUntil'>, now: Date): Turn | null {
  if (window.endedAt && window.endedAt <= now) return null
  if (window.cutUntil && window.cutUntil > now) return null
  return (
    turns(window, now, new Date(now.getTime() + 1)).find(({ from, until }) => from <= now && now < until) ??
    null
  )
}

/** The next turn that begins after an instant, within a year; null when there is none. */
export function nextTurn(window: Timed & Pick<Window, 'endedAt'>, now: Date): Turn | null {
  if (window.endedAt) return null
  const year = new Date(now.getTime() + 366 * 86_400_000)
  return turns(window, now, year).find(({ from }) => from > now) ?? null
}

/** Windows that have not ended for good; `scope` of the asker decides which rows it sees. */
export async function windows(knex: Knex): Promise<Window[]> {
  const rows = await knex(WINDOWS).whereNull('ended_at').orderBy('starts_at').select(COLUMNS)
  return rows
}

export const COLUMNS = {
  id: 'id',
  tenantId: 'tenant_id',
  scope: 'scope',
  deviceId: 'device_id',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  repeats: 'repeats',
  subtree: 'subtree',
  slaExcluded: 'sla_excluded',
  announcedAt: 'announced_at',
  reason: 'reason',
  authorName: 'author_name',
  supplier: 'supplier',
  supplierReference: 'supplier_reference',
  endedAt: 'ended_at',
  cutUntil: 'cut_until',
  // A day without zone, not the instant of its midnight.
  repeatsUntil: 'repeats_until',
}

/**
 * What is in maintenance at an instant. The collector asks before it judges.
 *
 * @example const inWork = await activeWindows(knex, new Date())
 */
export async function activeWindows(knex: Knex, now: Date): Promise<ActiveWindow[]> {
  const begun: Window[] = await knex(WINDOWS)
    .where('starts_at', '<=', now)
    .whereNull('ended_at')
    .where((past) => past.whereNot('repeats', 'none').orWhere('ends_at', '>', now))
    .select(COLUMNS)
  return begun
    .filter((window) => runningTurn(window, now))
    .map(({ scope, tenantId, deviceId, subtree }) => ({
      tenantId: scope === 'city' ? null : tenantId,
      deviceId,
      subtree: scope === 'device' ? subtree : true,
    }))
}
