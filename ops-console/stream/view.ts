import type { Knex } from 'knex'
import type { DeviceKind, Rollout } from '#ops/inventory/device'
import type { Figures } from '#ops/health/figures'
import type { EntityState, Fact } from '#ops/health/states'

/** `city`, or one unit by its tenant id. */
export type Scope = 'city' | number

/** A device as the wall shows it; the same shape in snapshots and deltas. */
export interface DeviceView {
  id: string
  tenantId: number
  unit: string
  unitName: string
  key: string
  kind: DeviceKind
  model: string | null
  rollout: Rollout
  simulated: boolean
  state: EntityState
  /** ISO 8601. For silence the moment of the first unanswered question. */
  since: string
  lastAnswerAt: string | null
  fact: Fact | null
  figures: Partial<Figures>
  spark: (number | null)[]
}

interface Row extends Omit<DeviceView, 'since' | 'lastAnswerAt'> {
  since: Date
  lastAnswerAt: Date | null
  revision: string
}

/** States of a scope above a revision; the highest of them comes along. Revisions are committed in order. */
export async function viewsSince(knex: Knex, scope: Scope, revision: string) {
  const rows: Row[] = await knex('ops_console.ops_console_device_states as s')
    .join('ops_console.ops_console_devices as d', { 'd.tenant_id': 's.tenant_id', 'd.id': 's.device_id' })
    .join('core.tenancy_tenants as t', 't.id', 's.tenant_id')
    .where('s.revision', '>', revision)
    .whereNot('d.rollout', 'retired')
    .modify((query) => void (scope === 'city' || query.where('s.tenant_id', scope)))
    .select('d.id', 'd.key', 'd.kind', 'd.model', 'd.rollout', 'd.simulated')
    .select('s.tenant_id as tenantId', 't.slug as unit', 't.name as unitName')
    .select('s.state', 's.since', 's.last_answer_at as lastAnswerAt', 's.fact', 's.figures', 's.spark')
    .select('s.revision')
    .orderBy('s.revision')
  const last = rows.at(-1)?.revision ?? revision
  return { revision: last, views: rows.map(view) }
}

function view({ revision: _, ...row }: Row): DeviceView {
  return {
    ...row,
    since: row.since.toISOString(),
    lastAnswerAt: row.lastAnswerAt?.toISOString() ?? null,
  }
}
