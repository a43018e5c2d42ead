import type { Knex } from 'knex'
import { IMPACTS, INCIDENTS } from '#ops/alarms/incident'
import { runningTurn, windows } from '#ops/alarms/windows'

/** What a unit should know now; of the city's trouble only that it is the city's. */
export interface UnitNotice {
  scope: 'own' | 'city' | 'work'
  since: string
  until: string | null
}

/** Null while nothing is wrong. `knex` sees the unit's own rows. */
export async function unitNotice(knex: Knex, tenantId: number, now: Date): Promise<UnitNotice | null> {
  const impact = await knex(IMPACTS)
    .where({ tenant_id: tenantId })
    .whereNull('to_at')
    .orderBy('from_at')
    .first('incident_tenant_id', 'from_at')
  if (impact && impact.incident_tenant_id !== tenantId) {
    return { scope: 'city', since: impact.from_at.toISOString(), until: null }
  }
  const own = await knex(INCIDENTS)
    .where({ tenant_id: tenantId, check_code: 'reachability' })
    .whereNull('closed_at')
    .orderBy('opened_at')
    .first('opened_at')
  if (own) return { scope: 'own', since: own.opened_at.toISOString(), until: null }
  for (const window of await windows(knex)) {
    const turn = window.tenantId === tenantId && runningTurn(window, now)
    if (turn) return { scope: 'work', since: turn.from.toISOString(), until: turn.until.toISOString() }
  }
  return null
}
