import type { Knex } from 'knex'
import type { RosterEntry } from '#ops/collector/roster'
import { openPool } from '#ops/database'
import type { Target } from './targets.ts'

/** Puts every target into the inventory as the device of a unit of its own. @returns the collector's roster */
export async function takeIntoInventory(
  { ownerUrl, opsUrl }: { ownerUrl: string; opsUrl: string },
  targets: readonly Target[]
): Promise<RosterEntry[]> {
  const tenants = await addUnits(ownerUrl, targets.length)
  const ops = openPool(opsUrl, 1)
  try {
    const rows = targets.map(({ host, port, model }, index) => ({
      ...{ tenant_id: tenants[index].id, key: 'edge', kind: 'edge', rollout: 'live' },
      ...{ host, port, model, wan_interface: WAN },
    }))
    const added = await insertAll<{ id: string; tenant_id: number }>(ops, DEVICES, rows, ['id', 'tenant_id'])
    const idOf = new Map(added.map((row) => [row.tenant_id, row.id]))
    return targets.map((target, index) => entry(target, tenants[index], idOf.get(tenants[index].id)!))
  } finally {
    await ops.destroy()
  }
}

const WAN = 'ethernet1/1'
const DEVICES = 'ops_console.ops_console_devices'
/** A statement takes 65,535 parameters. */
const ROWS_AT_ONCE = 2000

async function insertAll<T>(knex: Knex, table: string, rows: object[], columns: string[]): Promise<T[]> {
  const added: T[] = []
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = await knex(table)
      .insert(rows.slice(from, from + ROWS_AT_ONCE))
      .returning(columns)
    added.push(...(some as T[]))
  }
  return added
}

interface Unit {
  id: number
  slug: string
}

async function addUnits(ownerUrl: string, count: number): Promise<Unit[]> {
  const owner = openPool(ownerUrl, 1)
  try {
    const rows = Array.from({ length: count }, (_, index) => {
      const slug = `chain-${index + 1}`
      return { slug, name: slug, short_name: slug, kind: 'school', kinds: ['school'] }
    })
    return await insertAll<Unit>(owner, 'core.tenancy_tenants', rows, ['id', 'slug'])
  } finally {
    await owner.destroy()
  }
}

function entry(
  { host, port, community }: Target,
  { id: tenantId, slug: unit }: Unit,
  id: string
): RosterEntry {
  return {
    ...{ id, tenantId, unit, key: 'edge', kind: 'edge', wan: WAN, baselineRxDbm: null },
    ...{ disabled: false, maintenance: false, parents: [], target: { host, port, community } },
  }
}
