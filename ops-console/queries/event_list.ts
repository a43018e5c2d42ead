import type { Knex } from 'knex'
import { searchQuery } from '#ops/ingest/search_text'

/** An event as a list shows it. `key` names it: receipt in ms and number, so that its partition is found. */
export interface EventRow {
  key: string
  receivedAt: string
  deviceAt: string | null
  skewS: number | null
  unit: string
  shortName: string
  deviceId: string | null
  deviceKey: string | null
  source: string | null
  via: string
  severity: number | null
  type: string
  subtype: string
  serial: string | null
  message: string
  quarantined: boolean
}

export interface EventDetails extends EventRow {
  facility: number | null
  seqno: string | null
  fields: Record<string, string | number>
}

/** What is looked for, and what the asker may see. `tenantId`: a unit's own events only, without quarantine. */
export interface EventsAsked {
  q: string
  from: Date
  to: Date | null
  severity?: number
  type?: string
  unit?: string
  device?: string
  tenantId: number | null
  people: boolean
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const KEY = /^(\d{12,15})\.(\d{1,18})$/
const MASK = '•••'

/** Place of an event in the order of receipt; null when the text names none. */
export function eventKey(text: unknown): { at: Date; id: string } | null {
  const match = typeof text === 'string' ? KEY.exec(text) : null
  return match ? { at: new Date(Number(match[1])), id: match[2]! } : null
}

type Place = NonNullable<ReturnType<typeof eventKey>>

/** The newest events first: those before a place, or those after it. */
export async function eventRows(
  knex: Knex,
  asked: EventsAsked,
  limit: number,
  { before, after }: { before?: Place | null; after?: Place | null } = {}
): Promise<EventRow[]> {
  const rows: Found[] = await filtered(knex, asked)
    .modify((query) => {
      if (before) void query.whereRaw('(e.received_at, e.id) < (?, ?)', [before.at, before.id])
      if (after) void query.whereRaw('(e.received_at, e.id) > (?, ?)', [after.at, after.id])
    })
    .select(COLUMNS)
    .orderBy([
      { column: 'e.received_at', order: 'desc' },
      { column: 'e.id', order: 'desc' },
    ])
    .limit(limit)
  return rows.map((row) => eventRow(row, asked))
}

/** One event with all its fields; null when there is none that the asker may see. */
export async function eventDetails(
  knex: Knex,
  { at, id }: Place,
  asked: Pick<EventsAsked, 'tenantId' | 'people'>
): Promise<EventDetails | null> {
  const row = (await joined(knex, asked.tenantId)
    .where({ 'e.received_at': at, 'e.id': id })
    .select([...COLUMNS, 'e.facility', 'e.seqno'])
    .first()) as (Found & { facility: number | null; seqno: string | null }) | undefined
  if (!row) return null
  const fields = Object.entries(row.fields).map(([name, value]) => [
    name,
    asked.people || typeof value === 'number' ? value : masked(value, row.people),
  ])
  return {
    ...eventRow(row, asked),
    ...{ facility: row.facility, seqno: row.seqno, fields: Object.fromEntries(fields) },
  }
}

const COLUMNS = [
  ...['e.id', 'e.received_at', 'e.device_at', 'e.skew_s', 'e.device_id', 'e.source', 'e.via', 'e.severity'],
  ...['e.type', 'e.subtype', 'e.serial', 'e.message', 'e.quarantined', 'e.people', 'e.fields', 't.slug'],
  ...['t.short_name', 'd.key'],
]

interface Found {
  id: string
  received_at: Date
  device_at: Date | null
  skew_s: number | null
  device_id: string | null
  source: string
  via: string
  severity: number | null
  type: string
  subtype: string
  serial: string | null
  message: string
  quarantined: boolean
  people: string[]
  fields: Record<string, string | number>
  slug: string
  short_name: string
  key: string | null
}

/** Addresses and serial numbers of the management are the IT department's business. */
function eventRow(row: Found, { people, tenantId }: Pick<EventsAsked, 'people' | 'tenantId'>): EventRow {
  const city = tenantId === null
  return {
    key: `${row.received_at.getTime()}.${row.id}`,
    receivedAt: row.received_at.toISOString(),
    deviceAt: row.device_at?.toISOString() ?? null,
    ...{ skewS: row.skew_s, unit: row.slug, shortName: row.short_name, via: row.via },
    ...{ deviceId: row.device_id, deviceKey: row.key, severity: row.severity, type: row.type },
    ...{ subtype: row.subtype, quarantined: row.quarantined },
    source: city ? row.source : null,
    serial: city ? row.serial : null,
    message: people ? row.message : masked(row.message, row.people),
  }
}

const masked = (text: string, people: readonly string[]) =>
  people.reduce((left, name) => left.replaceAll(name, MASK), text)

function joined(knex: Knex, tenantId: number | null) {
  return knex('ops_console.ops_console_events as e')
    .join('core.tenancy_tenants as t', 't.id', 'e.tenant_id')
    .leftJoin('ops_console.ops_console_devices as d', { 'd.tenant_id': 'e.tenant_id', 'd.id': 'e.device_id' })
    .modify((query) => {
      if (tenantId !== null) void query.where({ 'e.tenant_id': tenantId, 'e.quarantined': false })
    })
}

function filtered(knex: Knex, asked: EventsAsked) {
  const { q, from, to, severity, type, unit, device, tenantId, people } = asked
  return joined(knex, tenantId)
    .where('e.received_at', '>=', from)
    .modify((query) => {
      if (to) void query.where('e.received_at', '<', to)
      if (severity !== undefined) void query.where('e.severity', '<=', severity)
      if (type) void query.where('e.type', type)
      if (unit) void query.where('t.slug', unit)
      if (device) void query.where('e.device_id', UUID.test(device) ? device : null)
      const words = q ? searchQuery(q, { people }) : null
      if (words) void query.whereRaw('e.search @@ ?::tsquery', [words])
      else if (q) void query.whereRaw('false')
    })
}
