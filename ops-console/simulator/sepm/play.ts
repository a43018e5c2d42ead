import type { Knex } from 'knex'
import { groupOf } from './computers.ts'
import type { SepmFaults } from './faults.ts'
import { startSepm } from './server.ts'

const OWN_KEY = 'um-lublin/sepm'

interface Playing {
  device(key: string): { faults: object } | undefined
}

/** Plays the city's SEPM for the units that have endpoint protection; `take` is told of every look at the inventory. */
export async function playSepm(field: Playing, now?: () => number) {
  const units: string[] = []
  const faults = () => (field.device(OWN_KEY)?.faults ?? {}) as SepmFaults
  const server = await startSepm(units, faults, now)
  const { host, port, fingerprint, username, password } = server
  return {
    address: { host, port, fingerprint, username, password },
    close: () => server.close(),
    async take(knex: Knex, devices: readonly { key: string; tenantId: number }[]) {
      const own = devices.filter(({ key }) => key.endsWith('/endpoints'))
      units.splice(0, units.length, ...own.map(({ key }) => key.split('/')[0]!))
      await mapGroups(knex, own)
    },
  }
}

/** The played groups are mapped as a person would have done it; a mapping that exists is left alone. */
async function mapGroups(knex: Knex, own: readonly { key: string; tenantId: number }[]) {
  if (!own.length) return
  const rows = own.map(({ key, tenantId }) => ({
    tenant_id: tenantId,
    group_path: groupOf(key.split('/')[0]!),
  }))
  await knex.raw(
    `insert into ops_console.ops_console_endpoint_groups (tenant_id, group_path)
     select r.tenant_id, r.group_path from jsonb_to_recordset(?::jsonb) as r(tenant_id integer, group_path text)
     where not exists (select from ops_console.ops_console_endpoint_groups g where g.tenant_id = r.tenant_id)
     on conflict (group_path) where valid_to is null do nothing`,
    [JSON.stringify(rows)]
  )
}
