import type { Knex } from 'knex'

/** So long an entity's notice waits for a word from what is above it. */
export const HOLD_MS = 60_000

/**
 * Of incidents that just began: those whose cause may still turn out to lie above. An entity is released as soon as
 * everything above it has answered since, and after a minute in any case.
 */
export async function heldBack(knex: Knex, incidentIds: string[], now: Date): Promise<Set<string>> {
  if (!incidentIds.length) return new Set()
  const { rows } = await knex.raw(
    `with recursive up as (
       select i.id, i.episode_at, p.parent_id from ops_console.ops_console_incidents i
       join ops_console.ops_console_parents p on p.device_id = i.device_id
       where i.id = any(?) and i.episode_at > ? and i.check_code in ('reachability', 'readability', 'flapping')
       union
       select up.id, up.episode_at, p.parent_id from up join ops_console.ops_console_parents p on p.device_id = up.parent_id)
     select distinct up.id from up
     join ops_console.ops_console_devices d on d.id = up.parent_id
     left join ops_console.ops_console_device_states s on s.tenant_id = d.tenant_id and s.device_id = d.id
     where d.rollout in ('installed', 'pilot', 'live') and d.snmp_version <> 'none'
       and (s.last_answer_at is null or s.last_answer_at < up.episode_at)`,
    [incidentIds, new Date(now.getTime() - HOLD_MS)]
  )
  return new Set(rows.map((row: { id: string }) => row.id))
}
