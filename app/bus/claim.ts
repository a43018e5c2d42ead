import { createHash } from 'node:crypto'
import type { Envelope } from './envelope.ts'
import { ClaimIntegrity } from './errors.ts'
import type { Queries } from './queries.ts'

const REF = 'urn:lublin-edu:claim:'

/** Stores data too large for an event, once per content, and returns what the event carries instead. */
export async function storeClaim(
  tx: Queries,
  body: Buffer,
  mediaType: string
): Promise<{ ref: string; sha256: string }> {
  const sha256 = digest(body)
  await tx.query(
    `insert into core.bus_claim (tenant_id, sha256, media_type, body) values (core.current_tenant(), ?, ?, ?)
     on conflict do nothing`,
    [sha256, mediaType, body]
  )
  return { ref: REF + sha256, sha256 }
}

/** The data an event refers to, or null when it refers to none. Throws ClaimIntegrity when it is gone or changed. */
export async function readClaim(tx: Queries, envelope: Envelope): Promise<Buffer | null> {
  if (!envelope.dataref) return null
  const [row] = await tx.query<{ body: Buffer }>(
    'select body from core.bus_claim where tenant_id = core.current_tenant() and sha256 = ?',
    [envelope.dataref.slice(REF.length)]
  )
  if (!row || digest(row.body) !== envelope.datahash) throw new ClaimIntegrity(`Event ${envelope.id}`)
  return row.body
}

const digest = (body: Buffer) => createHash('sha256').update(body).digest('hex')
