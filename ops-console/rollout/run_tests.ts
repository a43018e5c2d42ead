import type { Knex } from 'knex'
import { DeviceState } from '#ops/health/device_state'
import { Link } from '#ops/inventory/link'
import type { Actor } from './advance.ts'
import {
  LEAST_MINUTES,
  limitsFor,
  passes,
  pathQuality,
  verdict,
  type Limit,
  type MinuteProbes,
  type TestCode,
} from './test_limits.ts'
import { TestMeasure } from './test_measure.ts'
import { TestRun } from './test_run.ts'

const CONSOLE = 'konsola Unia'

/** Reads the minutes of probes of a link's terminal; the history keeps them. */
export type ReadMinutes = (
  knex: Knex,
  place: { tenantId: number; deviceId: string },
  from: Date,
  to: Date
) => Promise<MinuteProbes[]>

type Place = Pick<Link, 'tenant_id' | 'id'>

/**
 * Begins a test run: the console's own measurements end by themselves after `minutes` (15 at least), the others are typed
 * in meanwhile. Null when one is running already.
 */
export async function startRun(
  trx: Knex.Transaction,
  link: Link,
  { tester, minutes = LEAST_MINUTES, now = new Date() }: { tester: Actor; minutes?: number; now?: Date }
): Promise<TestRun | null> {
  const of = { tenant_id: link.tenant_id, link_id: link.id }
  if (
    await TestRun.query(trx)
      .where({ ...of, state: 'running' })
      .first()
  )
    return null
  const ends = new Date(now.getTime() + Math.max(LEAST_MINUTES, minutes) * 60_000)
  const run = await TestRun.query(trx)
    .insert({
      ...of,
      state: 'running',
      started_at: now,
      ends_at: ends,
      tester_id: tester.id,
      tester_name: tester.name,
    })
    .returning('*')
  await TestMeasure.query(trx).insert(
    limitsFor(link.capacity_mbps).map((limit) => emptyMeasure(link, run, limit, tester, now))
  )
  return run
}

const emptyMeasure = (link: Link, run: TestRun, limit: Limit, tester: Actor, now: Date) => ({
  ...{
    tenant_id: link.tenant_id,
    run_id: run.id,
    code: limit.code,
    compare: limit.compare,
    unit: limit.unit,
  },
  ...{
    limit_value: limit.value,
    limit_upper: limit.upper ?? null,
    required: limit.required,
    measured: null,
    passed: null,
  },
  instrument: limit.by === 'console' ? CONSOLE : '',
  tester_name: limit.by === 'console' ? CONSOLE : tester.name,
  at: now,
})

/** Enters a value read from an instrument into a running test; false when the run is over or knows no such value. */
export async function enterMeasure(
  trx: Knex.Transaction,
  place: { tenant_id: number; run_id: string },
  entry: {
    code: TestCode
    measured: number
    instrument: string
    tester: Actor
    remarks?: string | null
    now?: Date
  }
): Promise<boolean> {
  const run = await TestRun.query(trx)
    .where({ tenant_id: place.tenant_id, id: place.run_id, state: 'running' })
    .forUpdate()
    .first()
  const measure =
    run &&
    (await TestMeasure.query(trx)
      .where({ ...place, code: entry.code })
      .first())
  if (!measure) return false
  const limit = { compare: measure.compare, value: measure.limit_value, upper: measure.limit_upper }
  await TestMeasure.query(trx)
    .where({ ...place, code: entry.code })
    .patch({
      ...{ measured: entry.measured, instrument: entry.instrument, tester_name: entry.tester.name },
      ...{
        remarks: entry.remarks ?? null,
        at: entry.now ?? new Date(),
        passed: passes(limit, entry.measured),
      },
    })
  return true
}

/**
 * Ends the runs whose time is over: fills in what the console measured and decides. A run stays open while a value that
 * only a person can enter is missing. Answers the runs that were decided.
 */
export async function finishDueRuns(
  knex: Knex,
  readMinutes: ReadMinutes,
  now = new Date()
): Promise<TestRun[]> {
  const due = await TestRun.query(knex).where({ state: 'running' }).where('ends_at', '<=', now)
  const decided: TestRun[] = []
  for (const run of due) {
    const ended = await knex.transaction((trx) => finish(trx, run, readMinutes, now))
    if (ended) decided.push(ended)
  }
  return decided
}

async function finish(
  trx: Knex.Transaction,
  { tenant_id, id, link_id }: TestRun,
  readMinutes: ReadMinutes,
  now: Date
) {
  const run = await TestRun.query(trx).where({ tenant_id, id, state: 'running' }).forUpdate().first()
  const link = await Link.query(trx).where({ tenant_id, id: link_id }).first()
  if (!run || !link) return null
  for (const [code, measured] of await consoleValues(trx, link, run, readMinutes)) {
    const measure = await TestMeasure.query(trx).where({ tenant_id, run_id: id, code }).first()
    if (!measure || measure.measured !== null) continue
    const limit = { compare: measure.compare, value: measure.limit_value, upper: measure.limit_upper }
    await TestMeasure.query(trx)
      .where({ tenant_id, run_id: id, code })
      .patch({ measured, at: now, passed: passes(limit, measured) })
  }
  const state = verdict(await TestMeasure.query(trx).where({ tenant_id, run_id: id }))
  if (state === 'open') return null
  await TestRun.query(trx).where({ tenant_id, id }).patch({ state, finished_at: now })
  return TestRun.query(trx)
    .where({ tenant_id, id })
    .first()
    .then((ended) => ended ?? null)
}

/** Values that the console knows of the link's terminal; latency, jitter and loss only over at least 15 minutes of probes. */
async function consoleValues(trx: Knex.Transaction, link: Link, run: TestRun, readMinutes: ReadMinutes) {
  const values = new Map<TestCode, number>()
  const cpe = await terminalOf(trx, link.tenant_id)
  if (!cpe) return values
  const { rxDbm, capacityMbps } = cpe.figures as Record<string, number | null | undefined>
  if (typeof rxDbm === 'number') values.set('rx_unit', rxDbm)
  if (typeof capacityMbps === 'number') values.set('speed', capacityMbps)
  const place = { tenantId: link.tenant_id, deviceId: cpe.device_id }
  const quality = pathQuality(await readMinutes(trx, place, run.started_at, run.ends_at))
  if (quality.minutes < LEAST_MINUTES) return values
  for (const code of ['latency', 'jitter', 'loss'] as const)
    if (quality[code] !== null) values.set(code, quality[code])
  return values
}

const terminalOf = (trx: Knex.Transaction, tenantId: number) =>
  DeviceState.query(trx)
    .alias('s')
    .join('ops_console.ops_console_devices as d', (on) =>
      on.on('d.tenant_id', 's.tenant_id').andOn('d.id', 's.device_id')
    )
    .where({ 's.tenant_id': tenantId, 'd.kind': 'cpe' })
    .whereNot('d.rollout', 'retired')
    .select('s.*')
    .first()

/** Gives up a running test. */
export const abortRun = (trx: Knex.Transaction, { tenant_id, id }: Place, now = new Date()) =>
  TestRun.query(trx).where({ tenant_id, id, state: 'running' }).patch({ state: 'aborted', finished_at: now })
