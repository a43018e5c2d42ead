import type { Knex } from 'knex'
import type { SepmComputer } from '#ops/probes/sepm/computers'
import { parseDefinitions } from '#ops/probes/sepm/definitions'

const COMPUTERS = 'ops_console.ops_console_computers'
const CASES = 'ops_console.ops_console_threat_cases'

export interface ComputersRead {
  computers: readonly SepmComputer[]
  /** The list changed while it was read, so nothing may be called gone. */
  incomplete: boolean
  at: Date
}

/**
 * Takes over the server's list of computers. A computer belongs to the unit of the nearest mapped group above it,
 * and to the city where none is mapped. An infected computer without an open case gets one. Runs as `unia_ops`.
 */
export async function syncComputers(knex: Knex, { computers, incomplete, at }: ComputersRead): Promise<void> {
  await knex.transaction(async (trx) => {
    await trx.raw(MERGE, [at, JSON.stringify(computers.map(row)), at, at])
    if (!incomplete) {
      await trx(COMPUTERS)
        .where('read_at', '<', at)
        .whereNull('gone_at')
        .update({ gone_at: at, online: false })
    }
    await openCases(trx, at)
  })
}

const row = (one: SepmComputer) => ({
  unique_id: one.uniqueId,
  hardware_key: one.hardwareKey,
  name: one.computerName,
  group_path: one.group.fullPathName,
  online: one.onlineStatus === 1,
  infected: one.infected === 1,
  last_seen: one.lastUpdateTime || null,
  last_virus: one.lastVirusTime || null,
  definitions_on: parseDefinitions(one.avDefsetVersion)?.date ?? null,
})

const MERGE = `
  insert into ${COMPUTERS} as kept (tenant_id, unique_id, hardware_key, name, group_path, online, infected,
    last_seen_at, last_virus_at, definitions_on, read_at)
  select coalesce(unit.tenant_id, city.id), c.unique_id, c.hardware_key, c.name, c.group_path, c.online, c.infected,
    to_timestamp(c.last_seen / 1000.0), to_timestamp(c.last_virus / 1000.0), c.definitions_on, ?
  from jsonb_to_recordset(?::jsonb) as c(unique_id text, hardware_key text, name text, group_path text, online boolean,
    infected boolean, last_seen bigint, last_virus bigint, definitions_on date)
  cross join (select id from core.tenancy_tenants where slug = 'um-lublin') city
  left join lateral (
    select g.tenant_id from ops_console.ops_console_endpoint_groups g
    where g.valid_from <= ? and (g.valid_to is null or g.valid_to > ?)
      and (c.group_path = g.group_path or starts_with(c.group_path, g.group_path || chr(92)))
    order by length(g.group_path) desc limit 1) unit on true
  on conflict (hardware_key) do update set tenant_id = excluded.tenant_id, unique_id = excluded.unique_id,
    name = excluded.name, group_path = excluded.group_path, online = excluded.online, infected = excluded.infected,
    last_seen_at = excluded.last_seen_at, last_virus_at = excluded.last_virus_at,
    definitions_on = excluded.definitions_on, read_at = excluded.read_at, gone_at = null`

const openCases = (trx: Knex, at: Date) =>
  trx.raw(
    `insert into ${CASES} (tenant_id, hardware_key, computer_name, state, opened_at)
     select tenant_id, hardware_key, name, 'open', ? from ${COMPUTERS} where infected and gone_at is null
     on conflict (hardware_key) where closed_at is null do nothing`,
    [at]
  )
