import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { skewOf, type AttributedEvent } from '../event.ts'
import { searchVector } from '../search_text.ts'
import { arrayText, copyLine } from './copy_text.ts'

const COLUMNS =
  'tenant_id, received_at, personal, device_id, device_at, skew_s, source, via, facility, severity, type, ' +
  'subtype, serial, seqno, message, fields, people, quarantined, search'
const COPY = `copy ops_console.ops_console_events (${COLUMNS}) from stdin`
const LONGEST_MESSAGE = 8192
const LONGEST_FIELD = 4096
const [LARGEST_INTEGER, CENTURY_MS] = [2_147_483_647, 3_155_760_000_000]

/** The row of an event as a line of COPY. */
export function eventLine(event: AttributedEvent): string {
  const { fields, message, people } = event
  const kept = { ...event, message: message.slice(0, LONGEST_MESSAGE), fields: shortened(fields) }
  const deviceAt = believable(event)
  const skew = skewOf({ ...event, deviceAt })
  return copyLine([
    ...[event.tenantId, new Date(event.receivedAt).toISOString(), event.personal, event.deviceId],
    deviceAt === null ? null : new Date(deviceAt).toISOString(),
    skew === null ? null : Math.max(-LARGEST_INTEGER, Math.min(LARGEST_INTEGER, skew)),
    ...[event.source, event.via, event.facility, event.severity, event.type, event.subtype],
    ...[event.serial, event.seqno, wellFormed(kept.message), wellFormed(JSON.stringify(kept.fields))],
    ...[arrayText(people.map((name) => name.slice(0, LONGEST_FIELD))), event.quarantined, searchVector(kept)],
  ])
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

/** A connection of its own for COPY, opened again after it was lost. */
export class EventWriter {
  #url: string
  #client: pg.Client | null = null

  constructor(url: string) {
    this.#url = url
  }

  /** Writes all or nothing. @throws what PostgreSQL or the network throws */
  async write(events: readonly AttributedEvent[]) {
    const client = await this.#open()
    const stream = client.query(copyFrom(COPY))
    const done = once(stream, 'finish')
    stream.end(events.map(eventLine).join(''))
    await done
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
