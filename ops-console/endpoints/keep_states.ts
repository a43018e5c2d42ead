import type { Knex } from 'knex'
import { keepIncidents } from '#ops/alarms/keep'
import type { MetricValues } from '#ops/health/metrics'
import { writeSamples } from '#ops/history/samples'
import type { Judged } from './entity_state.ts'

const STATES = 'ops_console.ops_console_device_states'

export interface JudgedEntity extends Judged {
  tenantId: number
  deviceId: string
  values: MetricValues
  /** Nothing is known now: open incidents stay as they are. */
  undecided?: boolean
}

/**
 * Writes states, transitions, samples and incidents of the entities that SEPM speaks for, in one transaction.
 * The pipeline's `memory` of a row is not touched: it belongs to the poller.
 */
export async function keepStates(knex: Knex, entities: readonly JudgedEntity[], at: Date) {
  if (!entities.length) return
  await knex.transaction(async (trx) => {
    await trx.raw(`select pg_advisory_xact_lock(hashtext('ops_console_revisions'))`)
    const ids = entities.map(({ deviceId }) => deviceId)
    const known: { device_id: string; state: string; since: Date }[] = await trx(STATES).whereIn(
      'device_id',
      ids
    )
    const before = new Map(known.map((row) => [row.device_id, row]))
    const changed = entities.filter(({ deviceId, state }) => before.get(deviceId)?.state !== state)
    await trx(STATES)
      .insert(entities.map((one) => row(trx, one, before.get(one.deviceId), at)))
      .onConflict(['tenant_id', 'device_id'])
      .merge(['state', 'since', 'last_answer_at', 'fact', 'figures', 'revision'])
    if (changed.length) {
      await trx('ops_console.ops_console_transitions').insert(
        changed.map((one) => ({
          ...{ tenant_id: one.tenantId, device_id: one.deviceId, at },
          ...{ was: before.get(one.deviceId)?.state ?? 'UNKNOWN', became: one.state },
          fact: one.fact && JSON.stringify(one.fact),
        }))
      )
    }
    await keepIncidents(
      trx,
      entities.filter((one) => !one.undecided),
      at,
      { origin: 'sepm' }
    )
    await writeSamples(
      trx,
      entities
        .filter((one) => !one.undecided)
        .map(({ tenantId, deviceId, values }) => ({ tenantId, deviceId, at, values }))
    )
    await trx.raw(`notify ops_console, 'states'`)
  })
}

function row(
  trx: Knex,
  one: JudgedEntity,
  before: { state: string; since: Date; last_answer_at?: Date } | undefined,
  at: Date
) {
  return {
    tenant_id: one.tenantId,
    device_id: one.deviceId,
    state: one.state,
    since: before?.state === one.state ? before.since : at,
    last_answer_at: one.undecided ? (before?.last_answer_at ?? null) : at,
    fact: one.fact && JSON.stringify(one.fact),
    figures: JSON.stringify(one.values),
    revision: trx.raw(`nextval('ops_console.ops_console_revisions')`),
  }
}
