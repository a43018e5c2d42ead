import { test } from '@japa/runner'
import type { Knex } from 'knex'
import type { MetricValues } from '#ops/health/metrics'
import { ensureHistory } from '#ops/history/days'
import { LEVELS, tableOf, type RolledLevel } from '#ops/history/levels'
import type { DevicePlace } from '#ops/history/place'
import { rollUp } from '#ops/history/rollup'
import { writeSamples, type Sample } from '#ops/history/samples'
import { twoPlaces } from './place.ts'

const DAY = 86_400_000
const START = Math.floor(Date.now() / DAY) * DAY - 3 * DAY
const AFTER = new Date(START + 2 * DAY)

interface Kept {
  at: Date
  polls: number
  answered: number
  names: string[]
  sums: (number | null)[]
  mins: (number | null)[] | null
  maxs: (number | null)[] | null
  counts: number[] | null
}

/** By hand: what a bucket must hold, from the samples alone. */
function recount(samples: Sample[], seconds: number) {
  const buckets = new Map<number, { polls: number; answered: number; values: Map<string, number[]> }>()
  for (const { at, values } of samples) {
    const key = Math.floor(at.getTime() / 1000 / seconds) * seconds * 1000
    const one = buckets.get(key) ?? { polls: 0, answered: 0, values: new Map() }
    buckets.set(key, one)
    one.polls++
    if (values) one.answered++
    for (const [name, value] of Object.entries(values ?? {})) {
      if (value !== null) one.values.set(name, [...(one.values.get(name) ?? []), value])
    }
  }
  return buckets
}

test.group('Roll-ups', (group) => {
  let ops: Knex
  let school: DevicePlace
  let other: DevicePlace

  group.each.setup(async () => {
    const city = await twoPlaces()
    ops = city.ops
    ;[school, other] = city.places
    await ensureHistory(ops, new Date(START), AFTER)
    return () => city.close()
  })

  const at = (minutes: number, seconds = 0) => new Date(START + minutes * 60_000 + seconds * 1000)

  async function all(now = AFTER) {
    let made = 0
    for (let n = -1; n !== 0; made += n) n = await rollUp(ops, now)
    return made
  }

  /** An hour and a half every 20 s, with silence, a metric that comes late, one that stops, and a second school. */
  function lesson(): Sample[] {
    const samples: Sample[] = []
    for (let s = 0; s < 5400; s += 20) {
      const minute = s / 60
      if (minute >= 30 && minute < 41) continue
      const values: MetricValues = { inBps: 1e9 / 3 + s * 1001.7, rxDbm: -7 - Math.sin(s) }
      if (minute > 50) values.uptime = s
      if (minute < 20) values.sessions = s % 7 ? s : null
      samples.push({ ...school, at: at(0, s), values: s % 700 === 0 ? null : values })
      if (s % 60 === 0) samples.push({ ...other, at: at(0, s), values: { inBps: s } })
    }
    return samples
  }

  async function kept(level: RolledLevel, { deviceId }: DevicePlace): Promise<Kept[]> {
    return ops(`${tableOf(level)} as r`)
      .join('ops_console.ops_console_layouts as l', 'l.id', 'r.layout_id')
      .where('device_id', deviceId)
      .orderBy('at')
      .select('at', 'polls', 'answered', 'names', 'sums', 'mins', 'maxs', 'counts')
  }

  function together(rows: Kept[]) {
    const buckets = new Map<number, { polls: number; answered: number; values: Map<string, number[]> }>()
    for (const row of rows) {
      const one = buckets.get(row.at.getTime()) ?? { polls: 0, answered: 0, values: new Map() }
      buckets.set(row.at.getTime(), one)
      one.polls += row.polls
      one.answered += row.answered
      row.names.forEach((name, i) => {
        const sum = row.sums[i] ?? null
        if (sum === null) return
        const [least, most, count] = [row.mins?.[i] ?? sum, row.maxs?.[i] ?? sum, row.counts?.[i] ?? 1]
        const [s, lo, hi, c] = one.values.get(name) ?? [0, Infinity, -Infinity, 0]
        one.values.set(name, [s + sum, Math.min(lo, least), Math.max(hi, most), c + count])
      })
    }
    return buckets
  }

  test('of every level equal a recount of the single polls', async ({ assert }) => {
    const samples = lesson()
    await writeSamples(ops, samples)
    await all()
    for (const place of [school, other]) {
      const own = samples.filter(({ deviceId }) => deviceId === place.deviceId)
      for (const { level, seconds } of LEVELS) {
        const [found, wanted] = [together(await kept(level, place)), recount(own, seconds)]
        assert.sameMembers([...found.keys()], [...wanted.keys()], `buckets of ${level}`)
        for (const [key, bucket] of wanted) {
          const row = found.get(key)!
          assert.deepEqual([row.polls, row.answered], [bucket.polls, bucket.answered], level)
          assert.sameMembers([...row.values.keys()], [...bucket.values.keys()], level)
          for (const [name, values] of bucket.values) {
            const [sum, least, most, count] = row.values.get(name)!
            const exact = values.reduce((a, b) => a + b, 0)
            assert.closeTo(sum, exact, Math.abs(exact) * 1e-12, `${level} ${name}`)
            assert.deepEqual(
              [least, most, count],
              [Math.min(...values), Math.max(...values), values.length],
              `${level} ${name}`
            )
          }
        }
      }
    }
  })

  test('leave a gap where nobody was asked', async ({ assert }) => {
    await writeSamples(ops, lesson())
    await all()
    const minutes = (await kept('1m', school)).map((row) => (row.at.getTime() - START) / 60_000)
    assert.notInclude(minutes, 35)
    assert.includeMembers(minutes, [29, 41])
  })

  test('change nothing when they are made again', async ({ assert }) => {
    await writeSamples(ops, lesson())
    await all()
    const before = await kept('1h', school)
    await ops('ops_console.ops_console_rollup_due').insert(before.map((row) => ({ level: '1h', at: row.at })))
    assert.isAbove(await all(), 0)
    assert.deepEqual(await kept('1h', school), before)
    assert.equal(await all(), 0, 'nothing is due any more')
  })

  test('take late samples in, up to the day', async ({ assert }) => {
    await writeSamples(ops, lesson())
    await all()
    const late = { ...school, at: at(35), values: { inBps: 5e9 } }
    await writeSamples(ops, [late])
    await all()
    for (const { level, seconds } of LEVELS) {
      const buckets = together(await kept(level, school))
      const bucket = buckets.get(Math.floor(late.at.getTime() / 1000 / seconds) * seconds * 1000)
      assert.equal(bucket?.values.get('inBps')?.[2], 5e9, level)
    }
  })

  test('wait until a bucket has ended and its samples have come', async ({ assert }) => {
    await writeSamples(ops, [{ ...school, at: at(0, 10), values: { sessions: 1 } }])
    assert.equal(await rollUp(ops, at(1, 14)), 0)
    assert.equal(await rollUp(ops, at(1, 15)), 1)
    assert.lengthOf(await kept('5m', school), 0)
  })

  test('do not do more in a turn than they may', async ({ assert }) => {
    await writeSamples(ops, lesson())
    assert.equal(await rollUp(ops, AFTER, 5), 5)
    assert.lengthOf(await kept('1m', other), 5)
  })

  test('keep their days through the functions of the owner', async ({ assert }) => {
    await assert.rejects(() => ops.raw('drop table ops_console.ops_console_rollup_1m'))
    await assert.rejects(() =>
      ops.raw(`select ops_console.ops_console_drop_history('ops_console_devices', 8)`)
    )
    await assert.rejects(() =>
      ops.raw(`select ops_console.ops_console_drop_history('ops_console_samples', 0)`)
    )
    await ensureHistory(ops, new Date(START - 20 * DAY), new Date(START - 20 * DAY))
    const { rows } = await ops.raw(
      `select ops_console.ops_console_drop_history('ops_console_samples', 20) as gone`
    )
    assert.isAtLeast(rows[0].gone, 1)
  })
})
