import pg from 'pg'
import { skewOf, type AttributedEvent } from '../event.ts'
import { searchVector } from '../search_text.ts'
import { arrayText } from './array_text.ts'

/** Columns in the order of a row, and their types; a text array goes in as text, for it has no array of its own kind. */
const COLUMNS = {
  ...{ tenant_id: 'integer', received_at: 'timestamptz', personal: 'boolean', device_id: 'uuid' },
  ...{ device_at: 'timestamptz', skew_s: 'integer', source: 'text', via: 'text', facility: 'smallint' },
  ...{
    severity: 'smallint',
    type: 'text',
    subtype: 'text',
    serial: 'text',
    seqno: 'bigint',
    message: 'text',
  },
  ...{ fields: 'jsonb', people: 'text', quarantined: 'boolean', search: 'tsvector' },
}
const NAMES = Object.keys(COLUMNS)
const ARRAYS = Object.values(COLUMNS).map((type, i) => `$${i + 1}::${type}[]`)
/** One statement a batch. PostgreSQL takes no COPY into a table with row-level security; this comes close to it. */
const INSERT = `insert into ops_console.ops_console_events (${NAMES.join(', ')})
  select ${NAMES.map((name) => (name === 'people' ? 'people::text[]' : name)).join(', ')}
  from unnest(${ARRAYS.join(', ')}) as event(${NAMES.join(', ')})`
const LONGEST_MESSAGE = 8192
const LONGEST_FIELD = 4096
const [LARGEST_INTEGER, CENTURY_MS] = [2_147_483_647, 3_155_760_000_000]

/** The row of an event, in the order of the columns. */
export function eventRow(event: AttributedEvent) {
  const { fields, message, people } = event
  const kept = { ...event, message: message.slice(0, LONGEST_MESSAGE), fields: shortened(fields) }
  const deviceAt = believable(event)
  const skew = skewOf({ ...event, deviceAt })
  return [
    ...[event.tenantId, new Date(event.receivedAt).toISOString(), event.personal, event.deviceId],
    deviceAt === null ? null : new Date(deviceAt).toISOString(),
    skew === null ? null : Math.max(-LARGEST_INTEGER, Math.min(LARGEST_INTEGER, skew)),
    ...[event.source, event.via, event.facility, event.severity, event.type, event.subtype],
    ...[event.serial, event.seqno, wellFormed(kept.message), wellFormed(JSON.stringify(kept.fields))],
    ...[arrayText(people.map((name) => name.slice(0, LONGEST_FIELD))), event.quarantined, searchVector(kept)],
  ]
}

/** A clock that is a century off tells nothing, and PostgreSQL knows no year 0. */
const believable = ({ deviceAt, receivedAt }: AttributedEvent) =>
  deviceAt !== null && Math.abs(deviceAt - receivedAt) < CENTURY_MS ? deviceAt : null

/** JSON of a cut-off pair of surrogates is refused by jsonb. */
const wellFormed = (text: string) => text.toWellFormed().replaceAll('\\u0000', '')

function shortened(fields: Record<string, string | number>) {
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.toWellFormed().slice(0, LONGEST_FIELD) : value,
  ])
  return Object.fromEntries(entries) as Record<string, string | number>
}

/** A connection of its own, opened again after it was lost. */
export class EventWriter {
  #url: string
  #client: pg.Client | null = null

  constructor(url: string) {
    this.#url = url
  }

  /** Writes all or nothing. @throws what PostgreSQL or the network throws */
  async write(events: readonly AttributedEvent[]) {
    const client = await this.#open()
    const rows = events.map(eventRow)
    const columns = NAMES.map((_, i) => arrayText(rows.map((row) => row[i] ?? null)))
    await client.query({ name: 'events', text: INSERT, values: columns })
  }

  async #open() {
    if (this.#client) return this.#client
    const client = new pg.Client({
      ...{ connectionString: this.#url, application_name: 'ops-console ingest', keepAlive: true },
      ...{ connectionTimeoutMillis: 10_000, statement_timeout: 30_000 },
    })
    const lost = () => void (this.#client === client && (this.#client = null))
    client.on('error', lost)
    client.on('end', lost)
    await client.connect()
    return (this.#client = client)
  }

  async close() {
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => {})
  }
}
