import db from '@adonisjs/lucid/services/db'
import { accountsByName } from '../identity/account_names.ts'
import { instantsOf } from '../values/index.ts'
import { periodOf } from './audit_period.ts'

export interface AuditEvent {
  id: string
  at: Date
  tenant_id: number | null
  actor_id: string | null
  actor_role: string | null
  address: string | null
  action: string
  object: string
  object_id: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export const AUDIT_FILTERS = ['from', 'to', 'actor', 'action', 'object', 'object_id', 'unit']
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The trail that the scope at hand may read (one unit's, or in the city's scope that of all), as a maker of queries: a
 * query itself would run when awaited.
 */
export async function auditTrail(filters: Record<string, string>) {
  const { from, to } = periodOf(filters)
  const { actor, unit } = filters
  const actors = actor ? (UUID.test(actor) ? [actor] : await accountsByName(actor)) : null
  return () => {
    const query = db
      .from('access_audit_events')
      .where('at', '>=', instantsOf(from).from)
      .where('at', '<', instantsOf(to).until)
    for (const field of ['action', 'object', 'object_id'] as const) {
      if (filters[field]) void query.where(field, filters[field])
    }
    if (unit) void query.where('tenant_id', Number.parseInt(unit) || 0)
    if (actors) void query.whereIn('actor_id', actors)
    return query
  }
}

/** Kinds of object met in the period, for the filter's list. */
export async function auditObjects(filters: Record<string, string>): Promise<string[]> {
  const { object: _object, object_id: _id, ...others } = filters
  const trail = await auditTrail(others)
  const rows = await trail().distinct('object').orderBy('object')
  return rows.map((row) => row.object as string)
}
