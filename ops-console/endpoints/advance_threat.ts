import type { Knex } from 'knex'
import { threatRefusal, type ThreatRefusal, type ThreatState } from './threat_states.ts'

export interface ThreatStep {
  to: ThreatState
  remarks?: string | null
  actor: { id: string; name: string }
}

/** Takes a case one step further if that is allowed; the reason of the refusal otherwise. */
export async function advanceThreat(
  trx: Knex.Transaction,
  place: { tenant_id: number; id: string },
  { to, remarks, actor }: ThreatStep
): Promise<ThreatRefusal | null> {
  const found = await trx('ops_console.ops_console_threat_cases').where(place).forUpdate().first()
  if (!found) return 'no_such_step'
  const { hardware_key } = found
  const computer = await trx('ops_console.ops_console_computers').where({ hardware_key }).first('infected')
  const refused = threatRefusal(found.state, to, computer?.infected === true)
  if (refused) return refused
  await trx('ops_console.ops_console_threat_cases')
    .where(place)
    .update({ state: to, closed_at: to === 'closed' ? new Date() : null })
  await trx('ops_console.ops_console_threat_steps').insert({
    ...{ tenant_id: place.tenant_id, case_id: place.id, was: found.state, became: to },
    ...{ actor_id: actor.id, actor_name: actor.name, remarks: remarks ?? null },
  })
  return null
}
