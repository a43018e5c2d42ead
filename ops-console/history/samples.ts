import type { Knex } from 'knex'
import type { Figures } from '#ops/health/figures'

const TABLE = 'ops_console.ops_console_samples'

/** One poll of one device as it is kept. `figures` null: it did not answer, which is kept as a gap. */
export interface Sample {
  tenantId: number
  deviceId: string
  at: Date
  figures: Figures | null
}

/** Writes a batch in one statement; a sample of the same device and instant is kept once. */
export async function writeSamples(knex: Knex, samples: readonly Sample[]) {
  if (!samples.length) return
  await knex(TABLE).insert(samples.map(row)).onConflict(['tenant_id', 'device_id', 'at']).ignore()
}

function row({ tenantId, deviceId, at, figures }: Sample) {
  return {
    tenant_id: tenantId,
    device_id: deviceId,
    at,
    in_bps: figures?.inBps ?? null,
    out_bps: figures?.outBps ?? null,
    sessions: figures?.sessions ?? null,
    cpu_mgmt: figures?.cpuMgmt ?? null,
    cpu_data: figures?.cpuData ?? null,
    latency_ms: figures?.latencyMs ?? null,
    rx_dbm: figures?.rxDbm ?? null,
    answered: figures !== null,
  }
}

/** Makes partitions for today and tomorrow and drops those past retention; through functions of the owner. */
export async function keepSampleDays(knex: Knex, retentionDays: number) {
  await knex.raw('select ops_console.ops_console_ensure_sample_days(2)')
  await knex.raw('select ops_console.ops_console_drop_sample_days(?)', [Math.floor(retentionDays)])
}
