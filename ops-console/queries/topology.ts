import type { Knex } from 'knex'
import type { Dependency, PortNeighbour } from '#ops/domain/topology'

/** What each entity hangs on, by ids. */
export const dependencies = (knex: Knex): Promise<Dependency[]> =>
  knex('ops_console.ops_console_parents').select('device_id as child', 'parent_id as parent')

/**
 * LLDP neighbours that devices named, by id of the device that sees them. `device` is the one watched device
 * that calls itself by the neighbour's name; null when none does, or several do.
 */
export async function neighbours(knex: Knex): Promise<Record<string, PortNeighbour[]>> {
  const rows: (PortNeighbour & { id: string })[] = await knex('ops_console.ops_console_device_states as s')
    .joinRaw(`cross join lateral jsonb_array_elements(s.learnt -> 'neighbours') as n`)
    .joinRaw(
      `left join (select learnt ->> 'name' as name, min(device_id::text) as id
        from ops_console.ops_console_device_states where learnt ->> 'name' <> ''
        group by 1 having count(*) = 1) as k on k.name = n ->> 'name'`
    )
    .whereRaw(`jsonb_typeof(s.learnt -> 'neighbours') = 'array'`)
    .select('s.device_id as id', 'k.id as device')
    .select(
      knex.raw(`n ->> 'localPort' as "localPort"`),
      knex.raw(`n ->> 'port' as port`),
      knex.raw(`coalesce(n ->> 'name', n ->> 'chassis') as name`)
    )
  const found: Record<string, PortNeighbour[]> = {}
  for (const { id, ...one } of rows) (found[id] ??= []).push(one)
  return found
}
