import type { Knex } from 'knex'

export const TIMELINE = 'ops_console.ops_console_incident_events'

/** `kind` ends the message key `ops-console.timeline.<kind>`. */
export type TimelineKind =
  | 'opened'
  | 'reopened'
  | 'severity'
  | 'acknowledged'
  | 'acknowledgement_ended'
  | 'noted'
  | 'silenced'
  | 'step'
  | 'nobody'
  | 'notified'
  | 'not_notified'
  | 'impact'
  | 'attributed'
  | 'ticket'
  | 'closed'

export interface TimelineEntry {
  tenantId: number
  incidentId: string
  at: Date
  kind: TimelineKind
  actor?: { id: string | null; name: string }
  details?: Record<string, unknown>
}

/** Writes down what happened to incidents; nothing of it is ever changed. The stream is told to look. */
export async function record(trx: Knex, entries: readonly TimelineEntry[]) {
  if (!entries.length) return
  await trx(TIMELINE).insert(
    entries.map(({ tenantId, incidentId, at, kind, actor, details = {} }) => ({
      tenant_id: tenantId,
      incident_id: incidentId,
      at,
      kind,
      actor_id: actor?.id ?? null,
      actor_name: actor?.name ?? null,
      details: JSON.stringify(details),
    }))
  )
  await trx.raw(`notify ops_console, 'states'`)
}
