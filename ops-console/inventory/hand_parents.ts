import type { Knex } from 'knex'
import type { Device } from './device.ts'
import { claim } from './entity.ts'

const TABLE = 'ops_console.ops_console_parents'

/**
 * Sets what an entity hangs on as a person says it. True when that was a change.
 * @throws Error `E_PARENT_LOOP` when it would hang on itself
 */
export async function setParents(
  trx: Knex.Transaction,
  device: Device,
  parents: readonly { id: string; tenantId: number }[]
): Promise<boolean> {
  const own = { tenant_id: device.tenant_id, device_id: device.id }
  const kept: string[] = await trx(TABLE).where(own).pluck('parent_id')
  const wanted = new Set(parents.map(({ id }) => id))
  if (kept.length === wanted.size && kept.every((id) => wanted.has(id))) return false
  if (await isBelow(trx, device.id, [...wanted]))
    throw Object.assign(new Error('An entity cannot hang on itself'), { code: 'E_PARENT_LOOP' })
  await trx(TABLE).where(own).delete()
  const rows = parents.map(({ id, tenantId }) => ({ ...own, parent_tenant_id: tenantId, parent_id: id }))
  if (rows.length) await trx(TABLE).insert(rows)
  await claim(trx, device, ['parents'])
  return true
}

async function isBelow(trx: Knex.Transaction, deviceId: string, parents: string[]): Promise<boolean> {
  const { rows } = await trx.raw(
    `with recursive above(id) as (
       select unnest(?::uuid[])
       union select p.parent_id from ${TABLE} p join above a on a.id = p.device_id)
     select 1 from above where id = ?`,
    [parents, deviceId]
  )
  return rows.length > 0
}
