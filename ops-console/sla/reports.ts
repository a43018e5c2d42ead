import type { Knex } from 'knex'
import type { DevicePlace } from '#ops/history/place'
import { inputsHash } from './canonical.ts'
import { RULE_VERSION, settle, type SlaInputs, type SlaResult } from './settle.ts'

const TABLE = 'ops_console.ops_console_sla_reports'

/** A settled month of a link. Never changed: a correction is the next version. */
export interface SlaReport extends DevicePlace {
  month: string
  version: number
  ruleVersion: string
  inputsHash: string
  inputs: SlaInputs
  result: SlaResult
  generatedAt: string
  generatedName: string
}

const COLUMNS = {
  tenantId: 'tenant_id',
  deviceId: 'device_id',
  month: 'month',
  version: 'version',
  ruleVersion: 'rule_version',
  inputsHash: 'inputs_hash',
  inputs: 'inputs',
  result: 'result',
  generatedAt: 'generated_at',
  generatedName: 'generated_name',
}

/**
 * Settles a month from its inputs and keeps the report; the same inputs under the same rules make no new version.
 *
 * @returns the version that holds now, and whether it is new
 */
export async function keepReport(
  trx: Knex.Transaction,
  place: DevicePlace,
  inputs: SlaInputs,
  by: { id: string; name: string }
): Promise<{ version: number; added: boolean }> {
  const key = { tenant_id: place.tenantId, device_id: place.deviceId, month: inputs.month }
  await trx.raw(`select pg_advisory_xact_lock(hashtext(?))`, [`sla ${place.deviceId} ${inputs.month}`])
  const last = await trx(TABLE)
    .where(key)
    .orderBy('version', 'desc')
    .first('version', 'inputs_hash', 'rule_version')
  const hash = inputsHash(inputs)
  if (last?.inputs_hash === hash && last.rule_version === RULE_VERSION) {
    return { version: last.version, added: false }
  }
  const version = (last?.version ?? 0) + 1
  await trx(TABLE).insert({
    ...{ ...key, version, rule_version: RULE_VERSION, inputs_hash: hash },
    ...{ inputs: JSON.stringify(inputs), result: JSON.stringify(settle(inputs)) },
    ...{ generated_by: by.id, generated_name: by.name },
  })
  return { version, added: true }
}

/** All versions of a link's month, newest first. */
export async function reportsOf(
  knex: Knex,
  { tenantId, deviceId }: DevicePlace,
  month: string
): Promise<SlaReport[]> {
  const rows = await knex(TABLE)
    .where({ tenant_id: tenantId, device_id: deviceId, month })
    .orderBy('version', 'desc')
    .select(COLUMNS)
  return rows.map(view)
}

/** The newest report of each link of a month, by terminal. */
export async function newestReports(knex: Knex, month: string): Promise<Map<string, SlaReport>> {
  const rows = await knex(TABLE)
    .distinctOn('device_id')
    .where({ month })
    .orderBy([{ column: 'device_id' }, { column: 'version', order: 'desc' }])
    .select(COLUMNS)
  return new Map(rows.map((row) => [row.deviceId, view(row)]))
}

const view = (row: Omit<SlaReport, 'generatedAt'> & { generatedAt: Date }): SlaReport => ({
  ...row,
  generatedAt: row.generatedAt.toISOString(),
})
