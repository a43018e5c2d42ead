import type { HttpContext } from '@adonisjs/core/http'
import { listQuery } from '@unia/platform/http'
import type { EventsAsked } from '#ops/queries/event_list'

/** How far back a search goes, by the word in the address; ms. */
export const EVENT_RANGES = {
  '1h': 3_600_000,
  '24h': 86_400_000,
  '7d': 604_800_000,
  '30d': 2_592_000_000,
} as const
export type EventRange = keyof typeof EVENT_RANGES
export const DEFAULT_RANGE: EventRange = '24h'

const DAY = /^\d{4}-\d\d-\d\d$/
const FILTERS = ['range', 'from', 'to', 'severity', 'type', 'unit', 'device']

/** What the address asks for, narrowed to the place: a unit sees its own, names only who may. */
export function eventsAsked(ctx: HttpContext): EventsAsked {
  const { q, filters } = listQuery(ctx, { sort: ['receivedAt'], filters: FILTERS })
  const tenantId = ctx.place!.tenant?.id ?? null
  const severity = /^[0-7]$/.test(filters.severity ?? '') ? Number(filters.severity) : undefined
  return {
    ...{ q, severity, type: filters.type, device: filters.device, tenantId },
    ...between(filters),
    unit: tenantId === null ? filters.unit : undefined,
    people: maySeePeople(ctx),
  }
}

export const maySeePeople = (ctx: HttpContext) =>
  ctx.place!.can(ctx.place!.tenant ? 'ops-console.events.view_own_people' : 'ops-console.events.view_people')

/** Days of Warsaw when the address names them, otherwise the range back from now. */
function between({ from, to, range }: Record<string, string>): { from: Date; to: Date | null } {
  const [first, last] = [midnight(from), midnight(to)]
  const length = Object.hasOwn(EVENT_RANGES, range ?? '')
    ? EVENT_RANGES[range as EventRange]
    : EVENT_RANGES[DEFAULT_RANGE]
  const end = last && new Date(last.getTime() + 86_400_000)
  return { from: first ?? new Date((end?.getTime() ?? Date.now()) - length), to: end }
}

function midnight(day: string | undefined): Date | null {
  if (!day || !DAY.test(day)) return null
  const utc = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(utc.getTime())) return null
  const hour = Number(WARSAW_HOUR.format(utc))
  return new Date(utc.getTime() - hour * 3_600_000)
}

const WARSAW_HOUR = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Warsaw',
  hour: 'numeric',
  hourCycle: 'h23',
})
