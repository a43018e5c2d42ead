import type { Knex } from 'knex'
import type { DevicePlace } from '#ops/history/place'

/** A link of the contract and the terminal it is watched through. */
export interface ContractLink extends DevicePlace {
  linkId: string
  unit: string
  unitName: string
  slug: string
  supplier: string
  state: string
  /** Null: not recorded; the account then begins when the link was entered. */
  activatedAt: Date | null
  enteredAt: Date
}

/** Links of the fibre contract that are or were in service, by the units' names. */
export async function contractLinks(knex: Knex, tenantId: number | null = null): Promise<ContractLink[]> {
  const steps = await tableExists(knex, 'ops_console_link_steps')
  const firstActive = steps
    ? `(select min(s.at) from ops_console.ops_console_link_steps s
        where s.tenant_id = l.tenant_id and s.link_id = l.id and s.became = 'active')`
    : 'null::timestamptz'
  const { rows } = await knex.raw(
    `select l.tenant_id as "tenantId", d.id as "deviceId", l.id as "linkId", t.short_name as unit, t.name as "unitName",
       t.slug, l.supplier, l.state, l.created_at as "enteredAt",
       coalesce((to_jsonb(l) ->> 'activated_at')::timestamptz, ${firstActive}) as "activatedAt"
     from ops_console.ops_console_links l
     join ops_console.ops_console_devices d on d.tenant_id = l.tenant_id and d.kind = 'cpe'
     join core.tenancy_tenants t on t.id = l.tenant_id
     where (l.state in ('active', 'suspended') or to_jsonb(l) ->> 'activated_at' is not null)
       and (:tenantId::integer is null or l.tenant_id = :tenantId)`,
    { tenantId }
  )
  return (rows as ContractLink[]).sort((a, b) => byName.compare(a.unit, b.unit))
}

/** SP 2 stands before SP 10. */
const byName = new Intl.Collator('pl', { numeric: true })

/** Whether a table of the console is there: parts of it come with their own migrations. */
export async function tableExists(knex: Knex, name: string): Promise<boolean> {
  const { rows } = await knex.raw(`select to_regclass(?) is not null as there`, [`ops_console.${name}`])
  return rows[0].there
}
