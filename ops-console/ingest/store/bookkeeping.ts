import type { Knex } from 'knex'
import type { DeviceClock } from '../clocks.ts'
import type { Gap, SequenceKey } from '../gaps.ts'
import type { Quarantined } from '../quarantine.ts'

const table = (name: string) => `ops_console.ops_console_${name}`

/** Adds counts to what is kept of each unknown source. */
export async function keepQuarantine(knex: Knex, cityId: number, sources: readonly Quarantined[]) {
  if (!sources.length) return
  const rows = sources.map(({ firstAt, lastAt, ...one }) => ({
    ...{ tenant_id: cityId, ...one },
    ...{ sample: one.sample.toWellFormed(), first_at: new Date(firstAt), last_at: new Date(lastAt) },
  }))
  await knex(table('event_quarantine'))
    .insert(rows)
    .onConflict(['tenant_id', 'source', 'serial', 'reason'])
    .merge({
      last_at: knex.raw('excluded.last_at'),
      sample: knex.raw('excluded.sample'),
      via: knex.raw('excluded.via'),
      count: knex.raw('ops_console_event_quarantine.count + excluded.count'),
    } as never)
}

type Sequence = SequenceKey & { last: bigint }

const sequenceRow = ({ tenantId, deviceId, serial, logType, last }: Sequence) => ({
  ...{ tenant_id: tenantId, device_id: deviceId, serial, log_type: logType, last: String(last) },
})

export async function keepSequences(knex: Knex, sequences: readonly Sequence[]) {
  if (!sequences.length) return
  await knex(table('event_sequences'))
    .insert(sequences.map(sequenceRow))
    .onConflict(['tenant_id', 'serial', 'log_type'])
    .merge(['device_id', 'last'])
}

export async function loadSequences(knex: Knex): Promise<Sequence[]> {
  const rows = await knex(table('event_sequences')).select('*')
  return rows.map((row) => ({
    ...{ tenantId: row.tenant_id, deviceId: row.device_id, serial: row.serial, logType: row.log_type },
    last: BigInt(row.last),
  }))
}

export async function keepGaps(knex: Knex, gaps: readonly Gap[]) {
  if (!gaps.length) return
  const rows = gaps.map(({ first, noticedAt, ...gap }) => ({
    ...sequenceRow(gap),
    ...{ first: String(first), noticed_at: new Date(noticedAt) },
  }))
  await knex(table('event_gaps')).insert(rows)
}

export async function keepClocks(knex: Knex, clocks: readonly DeviceClock[]) {
  if (!clocks.length) return
  const rows = clocks.map(({ tenantId, deviceId, skewS, lastEventAt }) => ({
    ...{ tenant_id: tenantId, device_id: deviceId, skew_s: skewS, last_event_at: new Date(lastEventAt) },
  }))
  await knex(table('event_clocks')).insert(rows).onConflict(['tenant_id', 'device_id']).merge()
}

/**
 * `clockSkewS` of devices by what their messages said in the last hour, for the pipeline's values; a device that sent
 * nothing is left out.
 */
export async function clockSkews(knex: Knex): Promise<Map<string, { clockSkewS: number }>> {
  const rows = await knex(table('event_clocks'))
    .whereNotNull('skew_s')
    .whereRaw(`last_event_at > now() - interval '1 hour'`)
    .select('device_id', 'skew_s')
  return new Map(rows.map((row) => [row.device_id, { clockSkewS: row.skew_s }]))
}

/** Sequence numbers that a log job could fetch; `filledGap` tells that it did. */
export async function openGaps(knex: Knex, deviceId: string, limit = 100) {
  return knex(table('event_gaps'))
    .where({ device_id: deviceId })
    .whereNull('filled_at')
    .orderBy('noticed_at')
    .limit(limit)
    .select('id', 'tenant_id as tenantId', 'serial', 'log_type as logType', 'first', 'last')
}

export const filledGap = (knex: Knex, tenantId: number, id: string) =>
  knex(table('event_gaps')).where({ tenant_id: tenantId, id }).update({ filled_at: knex.fn.now() })

/** Makes partitions ahead and drops those past retention; through functions of the owner. */
export async function keepEventDays(knex: Knex, personalDays: number, otherDays: number) {
  await knex.raw('select ops_console.ops_console_ensure_event_days(2)')
  await knex.raw('select ops_console.ops_console_drop_event_days(?, ?)', [personalDays, otherDays])
}
