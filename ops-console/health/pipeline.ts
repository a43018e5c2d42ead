import { stepCheck } from './checks.ts'
import { driftOf, rememberPower } from './drift.ts'
import { isFlapping, remember } from './flapping.ts'
import { indexOf, judge } from './judge.ts'
import type { MetricValues } from './metrics.ts'
import { problems } from './problems.ts'
import {
  RULES,
  type DeviceMemory,
  type EntityState,
  type Fact,
  type PollResult,
  type Rules,
  type Surroundings,
} from './states.ts'
import { THRESHOLDS, type Threshold } from './thresholds.ts'

interface Verdict {
  state: EntityState
  fact: Fact | null
  /** Set when the state began before this poll: the first failure of an outage. */
  since?: number
}

type Answered = Extract<PollResult, { kind: 'answered' }>

/**
 * One poll further: counts failures and recoveries, then says which state the device is in. Silence is first UNKNOWN
 * ("not answering since"), and DOWN only after `failuresToDown` failures.
 */
export function step(
  memory: DeviceMemory,
  result: PollResult,
  around: Surroundings,
  now: number,
  rules: Rules = RULES,
  thresholds: readonly Threshold[] = THRESHOLDS
): DeviceMemory {
  const counted = count(memory, result, now, rules, thresholds)
  return settle(counted, verdict(memory, counted, result, around, rules), now)
}

/** A secondary probe's answer or failure: it adds to what is known and complains, but never says "down". */
export function stepSecondary(
  memory: DeviceMemory,
  probe: string,
  result: PollResult,
  now: number,
  thresholds: readonly Threshold[] = THRESHOLDS
): DeviceMemory {
  const checks = { ...memory.checks, [probe]: stepCheck(memory.checks[probe], result, now) }
  const next = result.kind === 'answered' ? measured(memory, result, thresholds, now) : memory
  const known = { ...next, checks }
  return memory.state === 'UP' || memory.state === 'DEGRADED' ? settle(known, answering(known), now) : known
}

/** What another entity's answer says of one that is not asked itself. */
export function feed(
  memory: DeviceMemory,
  values: MetricValues,
  around: Surroundings,
  now: number,
  thresholds: readonly Threshold[] = THRESHOLDS
): DeviceMemory {
  return step(memory, { kind: 'answered', values, rebooted: false }, around, now, RULES, thresholds)
}

/** The source of an entity that is not asked itself has fallen silent. */
export function starve(memory: DeviceMemory, now: number): DeviceMemory {
  if (memory.state !== 'UP' && memory.state !== 'DEGRADED') return memory
  const since = memory.lastAnswerAt ?? now
  return settle(
    { ...memory, goods: 0 },
    { state: 'UNKNOWN', fact: { code: 'source_silent', params: { since } }, since },
    now
  )
}

/** The same without a poll: the surroundings changed (maintenance, parent, blindness over, taken out of service). */
export function reconsider(
  memory: DeviceMemory,
  around: Surroundings,
  now: number,
  rules: Rules = RULES
): DeviceMemory {
  const { state, fact } = memory
  if (around.disabled) return settle(memory, { state: 'DISABLED', fact: null }, now)
  if (around.maintenance) return settle(memory, { state: 'MAINTENANCE', fact: null }, now)
  if (state === 'DISABLED' || state === 'MAINTENANCE') {
    return settle(memory, { state: 'UNKNOWN', fact: { code: 'never_asked', params: {} } }, now)
  }
  if (state === 'UNREACHABLE' && !around.parentsDown) return release(memory, now)
  if (state === 'DOWN' && around.parentsDown) {
    return settle(memory, { state: 'UNREACHABLE', fact, since: memory.since }, now)
  }
  if (state === 'UNKNOWN' && fact?.code === 'not_answering' && memory.failures >= rules.failuresToDown) {
    return settle(memory, silent(memory, memory, 'no_answer', around, rules), now)
  }
  return memory
}

/** The way to it is open again: whether it answers is to be seen before anything is said against it. */
function release(memory: DeviceMemory, now: number): DeviceMemory {
  const since = memory.firstFailureAt ?? memory.since
  const asked = { ...memory, failures: 0, suspectAt: null }
  return settle(asked, { state: 'UNKNOWN', fact: { code: 'not_answering', params: { since } }, since }, now)
}

function count(
  memory: DeviceMemory,
  result: PollResult,
  now: number,
  rules: Rules,
  thresholds: readonly Threshold[]
): DeviceMemory {
  if (result.kind === 'not_measured') return memory
  const history = remember(memory.history, result.kind === 'failed')
  const shared = { ...memory, history, flapping: isFlapping(memory.flapping, history) }
  if (result.kind === 'failed') {
    const first = memory.failures === 0
    return {
      ...shared,
      failures: Math.max(memory.failures + 1, result.final ? rules.failuresToDown : 0),
      goods: 0,
      firstFailureAt: memory.firstFailureAt ?? now,
      suspectAt: first ? now : memory.suspectAt,
    }
  }
  const quiet = { failures: 0, firstFailureAt: null, suspectAt: null }
  const goods = Math.min(memory.goods + 1, rules.goodsToUp)
  return { ...measured(shared, result, thresholds, now), ...quiet, goods, lastAnswerAt: now }
}

function measured(memory: DeviceMemory, { values }: Answered, thresholds: readonly Threshold[], now: number) {
  const { rxDbm } = values
  const drift = typeof rxDbm === 'number' ? rememberPower(memory.drift, rxDbm, now) : memory.drift
  const known = drift ? { ...values, rxDriftDbWeek: driftOf(drift) } : values
  const judged = judge(memory.thresholds, known, indexOf(thresholds), now)
  return { ...memory, thresholds: judged, ...(drift && { drift }) }
}

function verdict(
  before: DeviceMemory,
  memory: DeviceMemory,
  result: PollResult,
  around: Surroundings,
  rules: Rules
): Verdict {
  if (around.disabled) return { state: 'DISABLED', fact: null }
  if (around.maintenance) return { state: 'MAINTENANCE', fact: null }
  if (result.kind === 'not_measured') return notMeasured(before)
  if (result.kind === 'failed') return silent(before, memory, result.reason, around, rules)
  const wasOut = before.state === 'DOWN' || before.state === 'UNREACHABLE'
  if (wasOut && memory.goods < rules.goodsToUp) {
    return { state: before.state, fact: { code: 'recovering', params: {} }, since: before.since }
  }
  return answering(memory)
}

/** Our own failure hides what we knew, except that something known to be down stays so. */
function notMeasured(before: DeviceMemory): Verdict {
  if (before.state === 'DOWN' || before.state === 'UNREACHABLE') {
    return { state: before.state, fact: before.fact, since: before.since }
  }
  return { state: 'UNKNOWN', fact: { code: 'not_measured', params: {} } }
}

function silent(
  before: DeviceMemory,
  memory: DeviceMemory,
  reason: string,
  around: Surroundings,
  rules: Rules
): Verdict {
  const since = memory.firstFailureAt ?? undefined
  if (reason !== 'no_answer') {
    return { state: 'UNKNOWN', fact: { code: 'unreadable', params: { reason, since: since ?? null } }, since }
  }
  if (before.state === 'DOWN' || before.state === 'UNREACHABLE') {
    const state = around.parentsDown ? 'UNREACHABLE' : 'DOWN'
    return { state, fact: { code: 'not_answering', params: { since: before.since } }, since: before.since }
  }
  const fact = { code: 'not_answering', params: { since: since ?? null } }
  const soft = memory.failures < rules.failuresToDown
  if (soft || around.blind || around.undecided) return { state: 'UNKNOWN', fact, since }
  return { state: around.parentsDown ? 'UNREACHABLE' : 'DOWN', fact, since }
}

function answering(memory: DeviceMemory): Verdict {
  const [worst] = problems(memory)
  return worst ? { state: 'DEGRADED', fact: worst.fact } : { state: 'UP', fact: null }
}

function settle(memory: DeviceMemory, verdict: Verdict, now: number): DeviceMemory {
  const { state, fact } = verdict
  const since = verdict.since ?? (memory.state === state ? memory.since : now)
  return { ...memory, state, since, fact }
}
