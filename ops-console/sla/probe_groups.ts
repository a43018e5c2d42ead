import type { Knex } from 'knex'

/** Probes sent to a link's terminal within one minute. */
export interface ProbeGroup {
  tenantId: number
  /** The terminal of the link (`cpe`). */
  deviceId: string
  /** Any instant of the minute. */
  minute: Date
  sent: number
  /** Of the probes that came back, milliseconds. */
  rtts: number[]
}

/**
 * Keeps probe groups, one a link and minute; the same minute again replaces it. Groups of days not kept any more are let
 * go.
 *
 * @example
 * await recordProbeGroup(knex, [{ tenantId, deviceId, minute: new Date(), sent: 5, rtts: [2.1, 2.3, 2.2, 9.7] }])
 */
export async function recordProbeGroup(knex: Knex, groups: readonly ProbeGroup[]) {
  if (!groups.length) return
  const rows = new Map(groups.map((one) => [`${one.deviceId}${minuteOf(one)}`, row(one)]))
  await knex.raw(
    `insert into ops_console.ops_console_link_minutes (tenant_id, device_id, at, sent, received, min_ms, avg_ms, max_ms, rtts)
     select tenant_id, device_id, at, sent, cardinality(rtts), (select min(r) from unnest(rtts) r),
       (select avg(r) from unnest(rtts) r), (select max(r) from unnest(rtts) r), rtts
     from jsonb_to_recordset(?) as given (tenant_id integer, device_id uuid, at timestamptz, sent smallint, rtts real[])
     where to_regclass('ops_console.ops_console_link_minutes_p' || to_char(at at time zone 'utc', 'YYYYMMDD')) is not null
     on conflict (tenant_id, device_id, at) do update set sent = excluded.sent, received = excluded.received,
       min_ms = excluded.min_ms, avg_ms = excluded.avg_ms, max_ms = excluded.max_ms, rtts = excluded.rtts`,
    [JSON.stringify([...rows.values()])]
  )
}

const minuteOf = ({ minute }: ProbeGroup) => Math.floor(minute.getTime() / 60_000) * 60_000

const row = (one: ProbeGroup) => ({
  ...{ tenant_id: one.tenantId, device_id: one.deviceId, at: new Date(minuteOf(one)), sent: one.sent },
  rtts: one.rtts.filter((rtt) => Number.isFinite(rtt) && rtt >= 0).slice(0, one.sent),
})
