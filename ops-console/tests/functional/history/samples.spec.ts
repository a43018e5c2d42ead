import { test } from '@japa/runner'
import type { Knex } from 'knex'
import { latest, metricsOf } from '#ops/history/series'
import type { DevicePlace } from '#ops/history/place'
import { writeSamples } from '#ops/history/samples'
import { twoPlaces } from './place.ts'

const SAMPLES = 'ops_console.ops_console_samples'

test.group('Samples of any metric', (group) => {
  let ops: Knex
  let school: DevicePlace
  let other: DevicePlace
  let base: number

  group.each.setup(async () => {
    base = Math.floor(Date.now() / 1000) * 1000 - 60_000
    const city = await twoPlaces()
    ops = city.ops
    ;[school, other] = city.places
    return () => city.close()
  })

  const second = (n: number) => new Date(base + n * 1000)
  const count = async () =>
    Number((await ops(SAMPLES).whereIn('tenant_id', [school.tenantId, other.tenantId]).count())[0].count)

  test('come back as they were written, whatever they are called', async ({ assert }) => {
    const values = { 'inBps@ethernet1/1': 123456789.25, rxDbm: -7.1, sessions: 0, txDbm: null }
    await writeSamples(ops, [{ ...school, at: second(0), values }])
    assert.deepEqual(await latest(ops, school), { at: second(0).toISOString(), answered: true, values })
    assert.isNull(await latest(ops, other))
  })

  test('keep silence as a row without values', async ({ assert }) => {
    await writeSamples(ops, [
      { ...school, at: second(0), values: { sessions: 5 } },
      { ...school, at: second(1), values: null },
    ])
    assert.deepEqual(await latest(ops, school), { at: second(1).toISOString(), answered: false, values: {} })
  })

  test('never hold what is no number', async ({ assert }) => {
    const values = { a: Number.NaN, b: Infinity, c: 1 }
    await writeSamples(ops, [{ ...school, at: second(0), values }])
    assert.deepEqual((await latest(ops, school))!.values, { a: null, b: null, c: 1 })
    assert.deepEqual(await metricsOf(ops, school, second(-60), second(60)), ['c'])
  })

  test('given twice are kept once, and the new ones of the batch are kept too', async ({ assert }) => {
    const batch = [0, 1, 2].map((n) => ({ ...school, at: second(n), values: { sessions: n, cpuMgmt: null } }))
    await writeSamples(ops, batch)
    await writeSamples(ops, [
      ...batch.map((one) => ({ ...one, values: { sessions: 99 } })),
      { ...school, at: second(3), values: { sessions: 3 } },
      { ...school, at: second(3), values: { sessions: 4 } },
      { ...other, at: second(3), values: null },
    ])
    assert.equal(await count(), 5)
    assert.equal((await latest(ops, school))!.values.sessions, 3)
  })

  test('of days that are not kept are let go without harm to the others', async ({ assert }) => {
    await writeSamples(ops, [
      { ...school, at: new Date('2019-09-01T08:00:00Z'), values: { sessions: 1 } },
      { ...school, at: second(0), values: { sessions: 2 } },
    ])
    assert.equal(await count(), 1)
  })

  test('of a day without a partition yet make it, after a long stop', async ({ assert }) => {
    await ops.raw(`select ops_console.ops_console_drop_history('ops_console_samples', 3)`)
    const at = new Date(Date.now() - 5 * 86_400_000)
    await writeSamples(ops, [{ ...school, at, values: { sessions: 1 } }])
    assert.equal(await count(), 1)
  })

  test('on both sides of midnight go to their own days', async ({ assert }) => {
    const midnight = Math.floor(Date.now() / 86_400_000) * 86_400_000
    const around = [-1000, 0, 1000].map((ms) => new Date(midnight + ms))
    await writeSamples(
      ops,
      around.map((at) => ({ ...school, at, values: { sessions: 1 } }))
    )
    assert.equal(await count(), 3)
  })

  test('are written with the rest of a transaction or not at all', async ({ assert }) => {
    const sample = { ...school, at: second(0), values: { neverSeenBefore: 7 } }
    const failed = ops.transaction(async (trx) => {
      await writeSamples(trx, [sample])
      throw new Error('the states could not be written')
    })
    await assert.rejects(() => failed, 'the states could not be written')
    assert.equal(await count(), 0)
    await writeSamples(ops, [sample])
    assert.deepEqual((await latest(ops, school))!.values, { neverSeenBefore: 7 })
  })

  test('share a layout although some of their values come and go', async ({ assert }) => {
    const key = `m${Date.now()}`
    const writing = [
      { [`${key}a`]: 1, [`${key}b`]: 2 },
      { [`${key}a`]: 1 },
      { [`${key}b`]: 3 },
      {},
      { [`${key}c`]: 1 },
    ]
    for (const [n, values] of writing.entries())
      await writeSamples(ops, [{ ...school, at: second(n), values }])
    const layouts = await ops('ops_console.ops_console_layouts').whereRaw(`names::text like ?`, [`%${key}%`])
    assert.lengthOf(layouts, 2)
    assert.deepEqual(await metricsOf(ops, school, second(-60), second(60)), [`${key}a`, `${key}b`, `${key}c`])
  })

  test('of a core with two hundred interfaces are kept, and share their layout', async ({ assert }) => {
    const key = `w${Date.now()}`
    const names = Array.from({ length: 200 }, (_, i) =>
      ['inBps', 'outBps', 'inErrors'].map((one) => `${one}@${key}-vlan-${i}`)
    )
    const values = Object.fromEntries(names.flat().map((name, i) => [name, i]))
    for (const n of [0, 1]) await writeSamples(ops, [{ ...school, at: second(n), values }])
    assert.deepEqual((await latest(ops, school))!.values[`inErrors@${key}-vlan-199`], 599)
    assert.lengthOf(
      await ops('ops_console.ops_console_layouts').whereRaw(`names::text like ?`, [`%${key}%`]),
      1
    )
  })

  test('may not be written past row-level security by the application', async ({ assert }) => {
    const { rows } = await ops.raw(
      `select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
       join pg_class p on p.oid = i.inhparent join pg_namespace n on n.oid = c.relnamespace
       cross join unnest(array['unia_app', 'unia_city', 'unia_system']) role
       cross join unnest(array['select', 'insert', 'update', 'delete']) right_
       where n.nspname = 'ops_console' and has_table_privilege(role, c.oid, right_)`
    )
    assert.deepEqual(rows, [])
  })
})
