import type { Knex } from 'knex'
import type { MetricValues } from '#ops/health/metrics'
import { Device } from '#ops/inventory/device'
import type { SepmClient } from '#ops/probes/sepm/client'
import { allComputers, type SepmComputer } from '#ops/probes/sepm/computers'
import { parseDefinitions } from '#ops/probes/sepm/definitions'
import { endpointValues } from '#ops/probes/sepm/judge'
import { groupBy } from '#ops/alarms/group_by'
import { judgeEndpoints, type Judged } from './entity_state.ts'
import { keepDays } from './keep_days.ts'
import { keepLicence, licenceDays, type LicenceSummary } from './licence.ts'
import { keepStates, type JudgedEntity } from './keep_states.ts'
import { syncComputers } from './sync_computers.ts'

type Server = Pick<Device, 'tenant_id' | 'id'>

/** One reading of the server: computers, licences, and what follows for the server and every unit. */
export async function readEndpoints(knex: Knex, sepm: Server, client: SepmClient, signal: AbortSignal) {
  const { computers, incomplete } = await allComputers(client, signal)
  const newest = await client.get<{ contentName?: string }>('/content/avdef/latest', signal)
  const licence = await client.get<LicenceSummary>('/licenses/summary', signal)
  const at = new Date()
  await syncComputers(knex, { computers, incomplete, at })
  await keepLicence(knex, sepm.tenant_id, licence, at)
  const latest = parseDefinitions(newest?.contentName)
  const values = await valuesByTenant(knex, computers, latest, at)
  await keepDays(knex, values, at)
  await keepStates(knex, [server(sepm, licence, at), ...(await units(knex, values))], at)
}

/** The server has fallen silent: an incident of its own, and nothing is known of the units. */
export async function keepSilence(knex: Knex, sepm: Server, at: Date) {
  const cutOff = await knex('ops_console.ops_console_device_states as s')
    .join('ops_console.ops_console_devices as d', { 'd.tenant_id': 's.tenant_id', 'd.id': 's.device_id' })
    .where({ 'd.kind': 'core', 's.state': 'DOWN' })
    .first()
  const fact = { code: 'sepm_silent', params: {} }
  const silent: Judged = cutOff
    ? { state: 'UNREACHABLE', fact, wanted: [] }
    : { state: 'DOWN', fact, wanted: [{ check: 'sepm_silent', severity: 'critical', fact }] }
  const units = await Device.query(knex).where({ kind: 'endpoints' }).whereNot('rollout', 'retired')
  const unknown = units.map((one) => ({
    ...{ tenantId: one.tenant_id, deviceId: one.id, values: {}, wanted: [], fact, undecided: true },
    state: 'UNKNOWN' as const,
  }))
  const own = { tenantId: sepm.tenant_id, deviceId: sepm.id, values: {}, ...silent }
  await keepStates(knex, [own, ...unknown], at)
}

function server(sepm: Server, licence: LicenceSummary | null, at: Date): JudgedEntity {
  const values = { licenceDays: licenceDays(licence, at) }
  return { tenantId: sepm.tenant_id, deviceId: sepm.id, values, state: 'UP', fact: null, wanted: [] }
}

async function units(knex: Knex, values: Map<number, MetricValues>): Promise<JudgedEntity[]> {
  const entities = await Device.query(knex)
    .where({ kind: 'endpoints' })
    .whereIn('rollout', ['installed', 'pilot', 'live'])
  return entities.flatMap(({ tenant_id: tenantId, id: deviceId }) => {
    const own = values.get(tenantId)
    return own ? [{ tenantId, deviceId, values: own, ...judgeEndpoints(own) }] : []
  })
}

/** Values of every unit with a mapped group, by tenant. */
async function valuesByTenant(
  knex: Knex,
  computers: readonly SepmComputer[],
  latest: ReturnType<typeof parseDefinitions>,
  at: Date
): Promise<Map<number, MetricValues>> {
  const owners: { hardware_key: string; tenant_id: number }[] = await knex(
    'ops_console.ops_console_computers'
  )
    .whereNull('gone_at')
    .select('hardware_key', 'tenant_id')
  const tenantOf = new Map(owners.map((row) => [row.hardware_key, row.tenant_id]))
  const mapped: number[] = await knex('ops_console.ops_console_endpoint_groups')
    .whereNull('valid_to')
    .distinct()
    .pluck('tenant_id')
  const counted = await workstations(knex)
  const byTenant = groupBy(computers, ({ hardwareKey }) => tenantOf.get(hardwareKey))
  return new Map(
    mapped.map((tenant) => [
      tenant,
      endpointValues(byTenant.get(tenant) ?? [], {
        ...{ latest, workstations: counted.get(tenant) ?? null },
        now: at.getTime(),
      }),
    ])
  )
}

async function workstations(knex: Knex): Promise<Map<number, number>> {
  const { rows } = await knex.raw(
    `select distinct on (tenant_id) tenant_id, count from ops_console.ops_console_workstations
     order by tenant_id, entered_at desc`
  )
  return new Map(rows.map((row: { tenant_id: number; count: number }) => [row.tenant_id, row.count]))
}
