import { randomUUID } from 'node:crypto'
import { currentCorrelation } from './correlation.ts'
import type { EventDefinition } from './define_event.ts'
import type { Envelope } from './envelope.ts'
import { BusNotBound, EventInvalid, EventTooLarge } from './errors.ts'
import type { Queries } from './queries.ts'

const MOST_BYTES = 256 * 1024

export interface BusWriter extends Queries {
  /** Wakes the relay once the transaction is committed; without it the relay finds the event by polling. */
  afterCommit?(wake: () => void): void
  /** An event for another tenant was refused (42501); write it to the audit trail outside this transaction. */
  refused?(attempt: { tenantId: number; type: string }): void | Promise<void>
}

export interface Message<Data> {
  /** What it is about, e.g. `pupil/<id>`. */
  subject: string
  /** Events of one key are delivered in order; default the subject. */
  partitionKey?: string
  data: Data
  correlationId?: string
  causationId?: string
  /** Slug; only to state what the publisher believes. Another tenant's is refused by the database. */
  tenant?: string
  /** Reference of a stored claim, see `storeClaim`. */
  claim?: { ref: string; sha256: string }
}

let writerOf: (() => BusWriter) | null = null
let wake: () => void = () => {}

/** Called once at start: where `publish` finds the current tenant transaction, and how it wakes the relay. */
export function bindBus(writer: () => BusWriter, wakeRelay: () => void = () => {}) {
  writerOf = writer
  wake = wakeRelay
}

/**
 * Writes a fact into the outbox of the current tenant transaction: it exists if and only if the change commits.
 * Returns the event's id. Throws EventDataInvalid, EventTooLarge, or the database's 42501 for another tenant.
 *
 * @example
 * await publish(pupilCreated, { subject: `pupil/${pupil.id}`, data: { pupilId: pupil.id } })
 */
export async function publish<Data>(
  event: EventDefinition<Data>,
  message: Message<NoInfer<Data>>,
  writer: BusWriter = bound()
): Promise<string> {
  event.check(message.data)
  if (Buffer.byteLength(JSON.stringify(message.data)) > MOST_BYTES) throw new EventTooLarge(`"${event.type}"`)
  const key = message.partitionKey ?? message.subject
  const tenant = await prepare(writer, key, message.tenant)
  const envelope = envelopeOf(event, message, { ...tenant, key })
  try {
    await writer.query(
      `insert into core.bus_outbox (tenant_id, id, type, partition_key, aggregate_seq, payload)
       select ?::integer, ?::uuid, ?, ?, n, ?::jsonb || jsonb_build_object('sequence', n::text)
       from (select coalesce(max(aggregate_seq), 0) + 1 as n from core.bus_outbox where tenant_id = ? and partition_key = ?) next`,
      [tenant.id, tenant.event, event.fullType, key, JSON.stringify(envelope), tenant.id, key]
    )
  } catch (error) {
    if ((error as { code?: string }).code === '42501')
      await writer.refused?.({ tenantId: tenant.id, type: event.fullType })
    throw error
  }
  writer.afterCommit?.(wake)
  return tenant.event
}

interface Prepared {
  id: number
  slug: string
  event: string
  at: Date | string
}

/** The lock comes in a statement of its own: the one that counts must see what the last holder committed. */
async function prepare(writer: BusWriter, key: string, slug: string | undefined): Promise<Prepared> {
  const [row] = await writer.query<Prepared>(
    `select id, slug, uuidv7() as event, clock_timestamp() as at, pg_advisory_xact_lock(hashtextextended('bus:' || id || ':' || ?, 0))
     from core.tenancy_tenants where case when ?::text is null then id = core.current_tenant() else slug = ? end`,
    [key, slug ?? null, slug ?? null]
  )
  if (!row) throw new EventInvalid('An event needs a tenant: publish inside a tenant scope')
  return row
}

function envelopeOf<Data>(
  event: EventDefinition<Data>,
  message: Message<Data>,
  tenant: Prepared & { key: string }
): Envelope<Data> {
  const around = currentCorrelation()
  const causation = message.causationId ?? around?.causationId
  return {
    specversion: '1.0',
    id: tenant.event,
    type: event.fullType,
    source: `/units/${tenant.slug}/${event.type.split('.')[0]}`,
    subject: message.subject,
    time: new Date(tenant.at).toISOString(),
    datacontenttype: 'application/json',
    dataschema: `urn:lublin-edu:schema:${event.type}:${event.version}.${event.minor}`,
    tenantid: tenant.slug,
    correlationid: message.correlationId ?? around?.correlationId ?? randomUUID(),
    ...(causation && { causationid: causation }),
    partitionkey: tenant.key,
    ...(message.claim && { dataref: message.claim.ref, datahash: message.claim.sha256 }),
    data: message.data,
  }
}

function bound(): BusWriter {
  if (!writerOf) throw new BusNotBound()
  return writerOf()
}
