import { test } from '@japa/runner'
import { answers, isAsked, runningCity, type RunningCity } from '#ops/tests/proof/running_city'
import { until } from '#ops/tests/proof/parts'
import { alarmsIn, SILENCE, statesIn, transitionsIn, type Standing } from '#ops/tests/proof/story'
import { MATRIX, type End, type FaultCase } from './fault_matrix.ts'

/** Processes and a PostgreSQL of its own want a machine that is not busy: asked for with OPS_PROOF=1. */
const ASKED = process.env.OPS_PROOF === '1'
const LONGEST_S = Math.max(...MATRIX.map(({ within }) => within))
const RECOVERED_WITHIN_S = 60

interface Row extends FaultCase {
  unit: string
  began: number
  /** Seconds until every device was as it must be; null: not yet. */
  took: number | null
}

const name = ({ fault, value, at }: FaultCase) => `${fault} ${value ?? ''} ${at}`.replace(/ +/g, ' ')

/** What is to be read of one device of a row now. */
function isAt(end: End, states: ReadonlyMap<string, Standing>, key: string): boolean {
  const { state, fact } = states.get(key)!
  return end.state.includes(state) && (fact ?? null) === end.fact
}

test.group('Every fault of the field, through collector and database', (group) => {
  let city: RunningCity
  group.setup(async () => {
    if (!ASKED) return () => {}
    city = await runningCity(MATRIX.length + 1)
    return () => city.close()
  })
  group.tap((each) => each.timeout(240_000))

  const byKey = async () => new Map((await statesIn(city.ops)).map((one) => [one.key, one]))
  const ended = () => [city.collector.ended(), city.simulator.ended()]

  test('ends in its state in time, brings nobody else down, and is over when it ends', async ({ assert }) => {
    const before = Date.now()
    const rows: Row[] = MATRIX.map((one, i) => ({ ...one, unit: city.slugs[i]!, began: 0, took: null }))
    for (const row of rows) {
      await city.control.command(row.at === 'unit' ? row.unit : `${row.unit}/${row.at}`, row.fault, row.value)
      row.began = Date.now()
    }
    const look = async () => {
      const states = await byKey()
      for (const row of rows) {
        const ends = Object.entries(row.ends)
        const there = ends.every(([key, end]) => isAt(end, states, `${row.unit}/${key}`))
        if (!there) row.took = null
        else row.took ??= (Date.now() - row.began) / 1000
      }
      return states
    }
    await until(
      'the ends',
      async () => {
        await look()
        // What is fine must stay so for as long as the slowest fault takes.
        return Date.now() - before > 30_000 && rows.every(({ took }) => took !== null)
      },
      LONGEST_S + 20
    ).catch(() => {})
    const states = await look()
    assert.deepEqual(
      rows
        .filter(({ took, ends, within }) => took === null || (took > within && !isFine(ends)))
        .map((row) => `${name(row)}: ${row.took} s, ${stateOf(states, row)}`),
      []
    )
    assert.deepEqual(ended(), [null, null])

    const silent = new Set(rows.flatMap((row) => keysThat(row, ['DOWN', 'UNREACHABLE'])))
    const down = (await transitionsIn(city.ops)).filter(({ became }) => became === 'DOWN')
    assert.deepEqual(
      [...new Set(down.map(({ key }) => key).filter((key) => !silent.has(key)))],
      [],
      'false DOWN'
    )
    const alarms = (await alarmsIn(city.ops)).filter(({ to }) => to === Infinity)
    const causes = rows.flatMap((row) => keysThat(row, ['DOWN', 'UNKNOWN']))
    assert.sameMembers(
      alarms.filter(({ check }) => SILENCE.includes(check)).map(({ key }) => key),
      causes,
      'one alarm for each cause'
    )

    for (const row of rows)
      await city.control.command(row.at === 'unit' ? row.unit : `${row.unit}/${row.at}`, 'clear')
    const lasting = new Set(rows.filter(({ lasts }) => lasts).map(({ unit }) => unit))
    let left: string[] = []
    await until(
      'everything to be well',
      async () => {
        const now = [...(await byKey()).values()].filter(isAsked)
        const waiting = now.filter((one) =>
          lasting.has(one.key.split('/')[0]!) ? !answers(one) : one.state !== 'UP'
        )
        left = waiting.map(({ key, state, fact }) => `${key} ${state} ${fact}`)
        return left.length === 0
      },
      RECOVERED_WITHIN_S
    ).catch(() => {})
    assert.deepEqual(left, [])
    assert.deepEqual(ended(), [null, null])
  }).skip(!ASKED, 'asked for with OPS_PROOF=1')
})

const isFine = (ends: FaultCase['ends']) => Object.values(ends).every(({ fact }) => fact === null)

const keysThat = ({ unit, ends }: Row, states: string[]) =>
  Object.entries(ends).flatMap(([key, end]) => (states.includes(end.state[0]!) ? [`${unit}/${key}`] : []))

const stateOf = (states: ReadonlyMap<string, Standing>, { unit, ends }: Row) =>
  Object.keys(ends)
    .map((key) => states.get(`${unit}/${key}`)!)
    .map(({ key, state, fact }) => `${key} ${state} ${fact}`)
    .join(', ')
