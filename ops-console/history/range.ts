import type { Knex } from 'knex'

/** A point of a chart; null is a gap. `peakInBps`/`peakOutBps` keep what averaging would hide. */
export interface RangePoint {
  at: string
  inBps: number | null
  outBps: number | null
  peakInBps: number | null
  peakOutBps: number | null
  sessions: number | null
  cpuMgmt: number | null
  cpuData: number | null
  latencyMs: number | null
  rxDbm: number | null
}

/**
 * Samples of a device between two instants, averaged over equal steps; at most `points` rows. A step without a sample
 * is a row of nulls, so that a chart shows the gap.
 */
export async function sampleRange(
  knex: Knex,
  device: { tenantId: number; deviceId: string },
  from: Date,
  to: Date,
  points = 300,
  finest = 10
): Promise<RangePoint[]> {
  const seconds = Math.max(finest, Math.ceil((to.getTime() - from.getTime()) / 1000 / points))
  const { rows } = await knex.raw(SQL, {
    from,
    to,
    seconds,
    tenant: device.tenantId,
    device: device.deviceId,
  })
  return rows.map((row: { at: Date }) => ({ ...row, at: row.at.toISOString() }))
}

const SQL = `
  select step as at,
    avg(in_bps) as "inBps", avg(out_bps) as "outBps",
    max(in_bps) as "peakInBps", max(out_bps) as "peakOutBps",
    round(avg(sessions))::integer as sessions,
    avg(cpu_mgmt) as "cpuMgmt", avg(cpu_data) as "cpuData",
    avg(latency_ms) as "latencyMs", avg(rx_dbm) as "rxDbm"
  from generate_series(
    date_bin(make_interval(secs => :seconds), cast(:from as timestamptz), timestamptz 'epoch'),
    cast(:to as timestamptz) - interval '1 millisecond', make_interval(secs => :seconds)) as step
  left join ops_console.ops_console_samples s
    on s.tenant_id = :tenant and s.device_id = :device and s.at >= step
    and s.at < step + make_interval(secs => :seconds)
    and s.at >= cast(:from as timestamptz) - make_interval(secs => :seconds) and s.at < cast(:to as timestamptz)
  group by step order by step`
