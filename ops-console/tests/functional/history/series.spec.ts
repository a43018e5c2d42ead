import { test } from '@japa/runner'
import type { Knex } from 'knex'
import db from '@adonisjs/lucid/services/db'
import { cleanUp } from '@unia/platform/testing'
import { inTenant } from '@unia/platform/scope'
import { ensureHistory } from '#ops/history/days'
import { divide, partsOf, valuesOf } from '#ops/history/parts'
import type { DevicePlace } from '#ops/history/place'
import { rollUp } from '#ops/history/rollup'
import { writeSamples } from '#ops/history/samples'
import {
  answeredShare,
  latest,
  metricsOf,
  seriesRange,
  weekBefore,
  type SeriesValue,
} from '#ops/history/series'
import { levelFor, stepFor } from '#ops/history/steps'
import { twoPlaces } from './place.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const NOW = new Date(Math.floor(Date.now() / MINUTE) * MINUTE)
const ago = (ms: number) => new Date(NOW.getTime() - ms)

test.group('Steps of a chart', () => {
  const step = (ms: number, points = 300) => stepFor(new Date(0), new Date(ms), points)

  test('are ones that people read', ({ assert }) => {
    assert.deepEqual(
      [900_000, 3600_000, DAY, 7 * DAY, 30 * DAY, 365 * DAY, 3 * 365 * DAY].map((ms) => step(ms)),
      [10, 15, 300, 3600, 10_800, 2 * 86_400, 4 * 86_400]
    )
  })

  test('come from the coarsest level that fills them', ({ assert }) => {
    const levels = [10, 60, 180, 300, 600, 3600, 7200, 86_400].map((s) => levelFor(s, NOW, NOW).level)
    assert.deepEqual(levels, ['raw', '1m', '1m', '5m', '5m', '1h', '1h', '1d'])
  })

  test('are longer where the finer level is no longer kept', ({ assert }) => {
    assert.deepEqual(levelFor(10, ago(9 * DAY), NOW), { level: '1m', step: 60 })
    assert.deepEqual(levelFor(60, ago(61 * DAY), NOW), { level: '5m', step: 300 })
    assert.deepEqual(levelFor(900, ago(500 * DAY), NOW), { level: '1h', step: 3600 })
    assert.deepEqual(levelFor(900, ago(4000 * DAY), NOW), { level: '1d', step: 86_400 })
  })

  test('read each moment once, from the coarsest level that has it', ({ assert }) => {
    const at = (minutes: number) => new Date(minutes * MINUTE)
    const marks = new Map([
      ['1h', at(120)],
      ['5m', at(170)],
      ['1m', at(173)],
    ])
    assert.deepEqual(divide(marks, '1h', at(0), at(180)), [
      { level: '1h', from: at(0), to: at(120) },
      { level: '5m', from: at(120), to: at(170) },
      { level: '1m', from: at(170), to: at(173) },
      { level: 'raw', from: at(173), to: at(180) },
    ])
    assert.deepEqual(divide(marks, '1h', at(60), at(100)), [{ level: '1h', from: at(60), to: at(100) }])
    assert.deepEqual(divide(new Map(), '1d', at(0), at(9)), [{ level: 'raw', from: at(0), to: at(9) }])
  })
})

test.group('Ranges of history', (group) => {
  let ops: Knex
  let school: DevicePlace
  let other: DevicePlace

  group.each.setup(async () => {
    const city = await twoPlaces()
    ops = city.ops
    ;[school, other] = city.places
    await ensureHistory(ops, ago(8 * DAY), NOW)
    return async () => {
      await city.close()
      await cleanUp()
    }
  })

  async function hours(first: number, last: number, value: (minute: number) => number | null) {
    const samples = []
    for (let m = first * 60; m < last * 60; m++) {
      const one = value(m)
      samples.push({
        ...school,
        at: ago(m * MINUTE),
        values: one === null ? null : { inBps: one, sessions: 3 },
      })
    }
    await writeSamples(ops, samples)
  }

  test('average over single measurements and keep the extremes, whatever the level', async ({ assert }) => {
    await hours(0, 30, (minute) => minute)
    const read = (points: number) => seriesRange(ops, school, ['inBps'], ago(24 * 60 * MINUTE), NOW, points)
    const before = [await read(1000), await read(300), await read(24)]
    for (let n = 1; n;) n = await rollUp(ops)
    const after = [await read(1000), await read(300), await read(24)]
    assert.deepEqual(
      after.map(({ level, step }) => [level, step]),
      [
        ['1m', 120],
        ['5m', 300],
        ['1h', 3600],
      ]
    )
    assert.deepEqual(after, before, 'the same before and after summing up')
    const means = after[1].rows.map((row) => (row.inBps as SeriesValue)?.avg)
    assert.isTrue(means.slice(1).every((mean, n) => mean < means[n]))
  })

  test('show where nothing was measured as null', async ({ assert }) => {
    await hours(0, 3, (minute) => (minute >= 60 && minute < 120 ? null : 7))
    const { rows } = await seriesRange(ops, school, ['inBps', 'rxDbm'], ago(180 * MINUTE), NOW, 180)
    const at = (minute: number) => rows.find((row) => row.at === ago(minute * MINUTE).toISOString())!
    assert.isNull(at(90).inBps)
    assert.deepEqual(at(30).inBps as SeriesValue, { avg: 7, min: 7, max: 7 })
    assert.isTrue(rows.every((row) => row.rxDbm === null))
  })

  test('tell which share of the polls was answered, before and after summing up', async ({ assert }) => {
    await hours(0, 5, (minute) => (minute % 4 === 0 ? null : 1))
    const share = () => answeredShare(ops, school, ago(240 * MINUTE), NOW)
    assert.equal(await share(), 0.75)
    for (let n = 1; n;) n = await rollUp(ops)
    assert.equal(await share(), 0.75)
    assert.isNull(await answeredShare(ops, other, ago(240 * MINUTE), NOW))
  })

  test('of the week before are the same call', async ({ assert }) => {
    await hours(7 * 24, 7 * 24 + 1, () => 42)
    const { rows } = await seriesRange(
      ops,
      school,
      ['inBps'],
      weekBefore(ago(40 * MINUTE)),
      weekBefore(NOW),
      40
    )
    assert.isTrue(rows.slice(1).every((row) => (row.inBps as SeriesValue).avg === 42))
  })

  test('show a unit nothing of another, though its device is named', async ({ assert }) => {
    await hours(0, 1, () => 1)
    for (let n = 1; n;) n = await rollUp(ops)
    const seen = (tenantId: number) =>
      inTenant(tenantId, async () => {
        const knex = (db.connection() as unknown as { knexClient: Knex }).knexClient
        return {
          rows: (await seriesRange(knex, school, ['inBps'], ago(60 * MINUTE), NOW, 12)).rows,
          last: await latest(knex, school),
          metrics: await metricsOf(knex, school, ago(60 * MINUTE), NOW),
        }
      })
    const own = await seen(school.tenantId)
    assert.isTrue(own.rows.some((row) => row.inBps !== null))
    assert.deepEqual(own.metrics, ['inBps', 'sessions'])
    const foreign = await seen(other.tenantId)
    assert.isTrue(foreign.rows.every((row) => row.inBps === null))
    assert.isNull(foreign.last)
    assert.isEmpty(foreign.metrics)
  })

  test('over a million values are found by index in every level', async ({ assert }) => {
    await ops.raw(
      `with l as (insert into ops_console.ops_console_layouts (names)
         select array_agg('m' || n order by n) from generate_series(1, 30) n on conflict do nothing returning id),
       layout as (select id from l union all select id from ops_console.ops_console_layouts
         where names = (select array_agg('m' || n order by n) from generate_series(1, 30) n))
       insert into ops_console.ops_console_samples (tenant_id, device_id, at, layout_id, answered, values)
       select :tenant, case d when 0 then :device::uuid else md5(d::text)::uuid end, :first::timestamptz + m * interval '20 minutes',
         layout.id, true, array(select m + n from generate_series(1, 30) n)
       from layout, generate_series(0, 99) d, generate_series(0, 359) m on conflict do nothing`,
      { tenant: school.tenantId, device: school.deviceId, first: ago(5 * DAY) }
    )
    const [{ values }] = (
      await ops.raw(
        `select sum(cardinality(values))::integer as values from ops_console.ops_console_samples where tenant_id = ?`,
        [school.tenantId]
      )
    ).rows
    assert.isAtLeast(values, 1_000_000)
    await ops.raw(
      `insert into ops_console.ops_console_rollup_due (level, at)
       select distinct '1m', date_bin('1 minute', at, 'epoch') from ops_console.ops_console_samples where tenant_id = ?`,
      [school.tenantId]
    )
    for (let n = 1; n;) n = await rollUp(ops, NOW, 500)
    const { rows: series } = await seriesRange(ops, school, ['m7'], ago(4 * DAY), NOW)
    assert.isTrue(series.slice(0, 50).every((row) => row.m7 !== null))
    for (const level of ['raw', '1m', '5m', '1h', '1d'] as const) {
      const { sql, bindings } = valuesOf(await partsOf(ops, level, ago(3 * DAY), NOW), school)
      const { rows } = await ops.raw(`explain ${sql}`, { ...bindings, names: ['m7', 'm9'] })
      const plan = rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n')
      assert.notMatch(plan, /Seq Scan on \S*(samples|rollup)/, `${level}:\n${plan}`)
      assert.match(plan, /Index Scan|Bitmap/, level)
    }
  }).timeout(120_000)
})
