import { SILENCE, type Alarm, type Became, type Standing } from './story.ts'
import { overlap, TROUBLES, type Span, type Truth } from './truth.ts'

/** How long the console may take, milliseconds. */
export interface Allowed {
  /** From a device's silence to its alarm, and from its return to the alarm's end. */
  silence: number
  /** The same for limits, which must be passed several times. */
  trouble: number
  /** Until a state can be relied on, whatever happened before. */
  settled: number
}

export interface Violation {
  what:
    'lost alarm' | 'doubled alarm' | 'alarm without cause' | 'alarm not ended' | 'false DOWN' | 'wrong state'
  key: string
  at: number
  detail: string
}

interface Story {
  truth: Truth
  alarms: readonly Alarm[]
  transitions: readonly Became[]
  /** Nothing after this moment is asked for. */
  until: number
}

/** Holds what the console wrote against what was done to the field. */
export function judge(keys: readonly string[], story: Story, allowed: Allowed): Violation[] {
  return [
    ...keys.flatMap((key) => [...lostOf(key, story, allowed), ...unfoundedOf(key, story, allowed)]),
    ...doubled(story.alarms),
    ...falseDowns(story, allowed),
  ]
}

function lostOf(key: string, { truth, alarms, until }: Story, allowed: Allowed): Violation[] {
  const mine = alarms.filter((alarm) => alarm.key === key)
  const due = (spans: readonly Span[], checks: readonly string[], within: number) =>
    spans
      .filter(({ from, to }) => Math.min(to, until) - from > within)
      .filter(
        ({ from }) => !mine.some((one) => checks.includes(one.check) && covers(one, from, from + within))
      )
      .map(({ from }): Violation => ({ what: 'lost alarm', key, at: from, detail: checks.join('/') }))
  const dark = truth.dark(key).concat(truth.unreadable(key))
  const readable = ({ from, to }: Span) => !dark.some((one) => overlap(one, { from: from - 60_000, to }))
  return [
    ...due(truth.causes(key), SILENCE, allowed.silence),
    ...Object.entries(TROUBLES).flatMap(([fault, check]) =>
      due(truth.spans(key, [fault]).filter(readable), [check], allowed.trouble)
    ),
  ]
}

/** Open at some moment between the two. */
const covers = (alarm: Span, from: number, to: number) => alarm.from <= to && alarm.to >= from

function unfoundedOf(key: string, { truth, alarms, until }: Story, allowed: Allowed): Violation[] {
  const silence = [...truth.dark(key), ...truth.unreadable(key)]
  const reasons = (check: string) => {
    const fault = Object.keys(TROUBLES).find((one) => TROUBLES[one] === check)
    return fault ? truth.spans(key, [fault]) : SILENCE.includes(check) ? silence : null
  }
  return alarms
    .filter((alarm) => alarm.key === key && alarm.check !== 'flapping')
    .flatMap((alarm): Violation[] => {
      const spans = reasons(alarm.check)
      if (!spans) return []
      const late = SILENCE.includes(alarm.check) ? allowed.silence : allowed.trouble
      const by = spans.filter(({ from, to }) => from <= alarm.from && alarm.from <= to + late)
      const detail = `${alarm.check} at ${new Date(alarm.from).toISOString()}`
      if (!by.length) return [{ what: 'alarm without cause', key, at: alarm.from, detail }]
      const end = Math.min(alarm.to, until)
      // While it was dark, or shortly before, nobody could see that the trouble was over.
      const excused = [...spans, ...silence].some(({ from, to }) => from < end && to + late + 30_000 > end)
      return excused ? [] : [{ what: 'alarm not ended', key, at: end, detail }]
    })
}

/** Two alarms of one entity's silence at once. */
function doubled(alarms: readonly Alarm[]): Violation[] {
  const silent = alarms.filter(({ check, from, to }) => SILENCE.includes(check) && to > from)
  return [...Map.groupBy(silent, ({ key }) => key)].flatMap(([key, all]) =>
    all.slice(1).flatMap((alarm, i): Violation[] => {
      const before = all[i]!
      if (!overlap(before, alarm)) return []
      return [{ what: 'doubled alarm', key, at: alarm.from, detail: `${before.check} and ${alarm.check}` }]
    })
  )
}

function falseDowns({ truth, transitions }: Story, { silence }: Allowed): Violation[] {
  return transitions
    .filter(({ became }) => became === 'DOWN')
    .filter(({ key, at }) => !truth.dark(key).some(({ from, to }) => from <= at && at <= to + silence / 2))
    .map(({ key, at, was }) => ({ what: 'false DOWN', key, at, detail: `from ${was}` }))
}

/** States that differ from the record though nothing has moved for long. */
export function wrongStates(
  states: readonly Standing[],
  truth: Truth,
  at: number,
  { settled }: Allowed
): Violation[] {
  return states.flatMap(({ key, kind, state, fact }): Violation[] => {
    if (kind === 'endpoints' || kind === 'sepm') {
      const detail = `${state} of a passive entity`
      return state === 'DOWN' && kind === 'endpoints' ? [{ what: 'wrong state', key, at, detail }] : []
    }
    if (!truth.isSettled(key, at, settled)) return []
    const expected = truth.expected(key, at)
    const seen = state === 'UP' || state === 'DEGRADED' ? 'answering' : fact === 'unreadable' ? fact : state
    return seen === expected
      ? []
      : [{ what: 'wrong state', key, at, detail: `${state} (${fact}), not ${expected}` }]
  })
}
