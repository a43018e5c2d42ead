import { DateTime } from 'luxon'
import { schoolZone, type Day } from '@unia/platform/values'

/** Who takes turns: from `startsOn` at `handover` (local time) each has `days` days, in the order of the list. */
export interface Rota {
  id: string
  name: string
  startsOn: Day
  /** `08:00` in Warsaw. */
  handover: string
  days: number
  contactIds: string[]
}

/** Somebody else for a while; the one entered last counts. */
export interface Override {
  id: string
  contactId: string
  startsAt: Date
  endsAt: Date
  kind: 'override' | 'swap'
  reason: string
}

export interface Shift {
  contactId: string
  from: Date
  until: Date
  /** Null: a regular turn. */
  override: Override | null
}

const local = (instant: Date) => DateTime.fromJSDate(instant, { zone: schoolZone })

/** Number of the turn at an instant; negative before the rota begins. Days are counted by the calendar, not by hours. */
function turnAt(rota: Rota, instant: Date): number {
  const [hour = 8, minute = 0] = rota.handover.split(':').map(Number)
  const there = local(instant)
  const day = there.hour * 60 + there.minute < hour * 60 + minute ? there.minus({ days: 1 }) : there
  const start = DateTime.fromISO(rota.startsOn, { zone: 'utc' })
  const days = DateTime.fromISO(day.toISODate()!, { zone: 'utc' }).diff(start, 'days').days
  return Math.floor(Math.round(days) / rota.days)
}

/** When a turn begins: the handover of its day, whatever the clocks do in between. */
export function turnStart(rota: Rota, turn: number): Date {
  const [hour = 8, minute = 0] = rota.handover.split(':').map(Number)
  return DateTime.fromISO(rota.startsOn, { zone: schoolZone })
    .plus({ days: turn * rota.days })
    .set({ hour, minute })
    .toJSDate()
}

const covering = (overrides: readonly Override[], instant: Date) =>
  overrides.findLast(({ startsAt, endsAt }) => startsAt <= instant && instant < endsAt) ?? null

/** Contact on duty at an instant, or null: the rota is empty or has not begun. */
export function onCallAt(rota: Rota, overrides: readonly Override[], instant: Date): string | null {
  const override = covering(overrides, instant)
  if (override) return override.contactId
  const turn = turnAt(rota, instant)
  if (turn < 0 || !rota.contactIds.length) return null
  return rota.contactIds[turn % rota.contactIds.length]!
}

/** Duty between two instants without gaps where somebody is named; an override cuts the turn it lies in. */
export function shifts(rota: Rota, overrides: readonly Override[], from: Date, until: Date): Shift[] {
  const cuts = new Set([from.getTime()])
  for (let turn = turnAt(rota, from) + 1; turnStart(rota, turn) < until; turn++) {
    cuts.add(turnStart(rota, turn).getTime())
  }
  for (const { startsAt, endsAt } of overrides) {
    for (const at of [startsAt, endsAt]) if (at > from && at < until) cuts.add(at.getTime())
  }
  const moments = [...cuts].sort((a, b) => a - b).map((at) => new Date(at))
  return merged(
    moments.flatMap((at, i) => {
      const contactId = onCallAt(rota, overrides, at)
      const end = moments[i + 1] ?? until
      return contactId ? [{ contactId, from: at, until: end, override: covering(overrides, at) }] : []
    })
  )
}

const merged = (all: Shift[]): Shift[] =>
  all.reduce<Shift[]>((kept, next) => {
    const last = kept.at(-1)
    const same = last && last.contactId === next.contactId && last.override === next.override
    if (same && last.until.getTime() === next.from.getTime()) last.until = next.until
    else kept.push({ ...next })
    return kept
  }, [])
