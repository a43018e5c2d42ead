import type { Knex } from 'knex'

export interface ParentKey {
  tenantId: number
  key: string
}

const TABLE = 'ops_console.ops_console_parents'

/** Sets what each entity hangs on, by keys; a parent that is not in the inventory is left out, one named twice is one. */
export async function keepParents(
  trx: Knex.Transaction,
  entities: readonly (ParentKey & { parents: readonly ParentKey[] })[]
) {
  const rows: { id: string; tenant_id: number; key: string }[] = await trx(
    'ops_console.ops_console_devices'
  ).select('id', 'tenant_id', 'key')
  const ids = new Map(rows.map((row) => [`${row.tenant_id}/${row.key}`, row.id]))
  const idOf = ({ tenantId, key }: ParentKey) => ids.get(`${tenantId}/${key}`)
  const wanted = new Map<string, object>()
  for (const one of entities) {
    for (const parent of one.parents) {
      const [child, above] = [idOf(one), idOf(parent)]
      if (!child || !above) continue
      const row = {
        tenant_id: one.tenantId,
        device_id: child,
        parent_tenant_id: parent.tenantId,
        parent_id: above,
      }
      wanted.set(Object.values(row).join('/'), row)
    }
  }
  const ours = entities.flatMap((one) => idOf(one) ?? [])
  const kept: Record<string, unknown>[] = await trx(TABLE)
    .whereIn('device_id', ours)
    .select('tenant_id', 'device_id', 'parent_tenant_id', 'parent_id')
  for (const row of kept)
    if (!wanted.delete(Object.values(row).join('/'))) await trx(TABLE).where(row).delete()
  if (wanted.size) await trx(TABLE).insert([...wanted.values()])
}
