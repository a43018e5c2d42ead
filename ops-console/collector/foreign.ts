import type { Knex } from 'knex'
import type { DeviceMemory, EntityState } from '#ops/health/states'
import type { ForeignParent } from './watch.ts'

interface Row {
  device_id: string
  state: EntityState
  last_answer_at: Date | null
  memory: Partial<DeviceMemory>
}

/** What other collectors have written of these entities. */
export async function foreignParents(
  knex: Knex,
  ids: readonly string[]
): Promise<Map<string, ForeignParent>> {
  if (!ids.length) return new Map()
  const rows: Row[] = await knex('ops_console.ops_console_device_states')
    .whereRaw('device_id = any(?)', [[...ids]])
    .select('device_id', 'state', 'last_answer_at', 'memory')
  return new Map(
    rows.map(({ device_id, state, last_answer_at, memory }) => [
      device_id,
      { state, failing: (memory.failures ?? 0) > 0, lastAnswerAt: last_answer_at?.getTime() ?? null },
    ])
  )
}
