import { createHash } from 'node:crypto'
import type { Envelope } from './envelope.ts'
import { EventRefused } from './errors.ts'
import type { Queries } from './queries.ts'

export type Outcome = 'done' | 'skipped'

interface Receipt {
  consumer: string
  envelope: Envelope
  businessKey: string | null
}

/**
 * Runs `work` unless this consumer already had the event; the inbox row commits with what `work` did. Throws
 * EventRefused `conflict` when the same business fact arrived before with other content.
 */
export async function once(tx: Queries, receipt: Receipt, work: () => Promise<unknown>): Promise<Outcome> {
  if (!(await receive(tx, receipt))) return 'skipped'
  const result = await work()
  await tx.query(
    `update core.bus_inbox set status = 'done', result = ?::jsonb
     where tenant_id = core.current_tenant() and consumer = ? and event_id = ?`,
    [result === undefined ? null : JSON.stringify(result), receipt.consumer, receipt.envelope.id]
  )
  return 'done'
}

async function receive(tx: Queries, { consumer, envelope, businessKey }: Receipt): Promise<boolean> {
  const hash = contentHash(envelope.data)
  const inserted = await tx.query(
    `insert into core.bus_inbox (tenant_id, consumer, event_id, business_key, content_hash, status)
     values (core.current_tenant(), ?, ?, ?, ?, 'received') on conflict do nothing returning 1`,
    [consumer, envelope.id, businessKey, hash]
  )
  if (inserted.length) return true
  const [same] = await tx.query<{ status: string }>(
    `select status from core.bus_inbox where tenant_id = core.current_tenant() and consumer = ? and event_id = ?`,
    [consumer, envelope.id]
  )
  if (!same) return refuseConflict(tx, consumer, businessKey!, hash)
  if (same.status === 'done') return false
  // Passed over while the plugin was off, and asked for again since.
  await tx.query(
    `update core.bus_inbox set status = 'received', business_key = ?
     where tenant_id = core.current_tenant() and consumer = ? and event_id = ?`,
    [businessKey, consumer, envelope.id]
  )
  return true
}

/** Never true: the fact is known already, alike (skipped) or different (refused). */
async function refuseConflict(tx: Queries, consumer: string, key: string, hash: string): Promise<false> {
  const [first] = await tx.query<{ event_id: string; content_hash: string }>(
    `select event_id, content_hash from core.bus_inbox
     where tenant_id = core.current_tenant() and consumer = ? and business_key = ?`,
    [consumer, key]
  )
  if (first && first.content_hash !== hash)
    throw new EventRefused('conflict', 'The same fact arrived before with other content', {
      firstEventId: first.event_id,
    })
  return false
}

/** Hash of the data, whatever the order of its keys. */
export const contentHash = (data: unknown) => createHash('sha256').update(canonical(data)).digest('hex')

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!value || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join()}}`
}
