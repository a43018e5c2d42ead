import type { Figures } from './figures.ts'
import { isFlapping, remember } from './flapping.ts'
import {
  RULES,
  type DeviceMemory,
  type EntityState,
  type Fact,
  type PollResult,
  type Rules,
  type Surroundings,
} from './states.ts'
import { stepThreshold, THRESHOLDS, type Threshold } from './thresholds.ts'

interface Verdict {
  state: EntityState
  fact: Fact | null
  /** Set when the state began before this poll: the first failure of an outage. */
  since?: number
}

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
  const counted = count(memory, result, now, thresholds)
  return settle(counted, verdict(memory, counted, result, around, rules, thresholds), now)
}

/** The same without a poll: the surroundings changed (maintenance, parent, blindness over, taken out of service). */
export function reconsider(memory: DeviceMemory, around: Surroundings, now: number): DeviceMemory {
  if (around.disabled) return settle(memory, { state: 'DISABLED', fact: null }, now)
  if (around.maintenance) return settle(memory, { state: 'MAINTENANCE', fact: null }, now)
  if (memory.state === 'DISABLED' || memory.state === 'MAINTENANCE') {
    return settle(memory, { state: 'UNKNOWN', fact: { code: 'never_asked', params: {} } }, now)
  }
  if (memory.state === 'DOWN' && around.parentsDown) {
    return settle(memory, { state: 'UNREACHABLE', fact: memory.fact, since: memory.since }, now)
  }
  if (memory.state === 'UNREACHABLE' && !around.parentsDown) {
    return settle(memory, { state: 'DOWN', fact: memory.fact, since: memory.since }, now)
  }
  return memory
}

function count(memory: DeviceMemory, result: PollResult, now: number, thresholds: readonly Threshold[]) {
  if (result.kind === 'not_measured') return memory
  const history = remember(memory.history, result.kind === 'failed')
  const shared = { ...memory, history, flapping: isFlapping(memory.flapping, history) }
  if (result.kind === 'failed') {
    const firstFailureAt = memory.failures === 0 ? now : memory.firstFailureAt
    return { ...shared, failures: memory.failures + 1, goods: 0, firstFailureAt }
  }
  const judged = judge(memory, result.figures, thresholds)
  const quiet = { failures: 0, firstFailureAt: null }
  return { ...shared, ...quiet, goods: memory.goods + 1, lastAnswerAt: now, thresholds: judged }
}

function judge(memory: DeviceMemory, figures: Figures, thresholds: readonly Threshold[]) {
  return Object.fromEntries(
    thresholds.map((rule) => [
      rule.code,
      stepThreshold(rule, memory.thresholds[rule.code], figures[rule.figure]),
    ])
  )
}

function verdict(
  before: DeviceMemory,
  memory: DeviceMemory,
  result: PollResult,
  around: Surroundings,
  rules: Rules,
  thresholds: readonly Threshold[]
): Verdict {
  if (around.disabled) return { state: 'DISABLED', fact: null }
  if (around.maintenance) return { state: 'MAINTENANCE', fact: null }
  if (result.kind === 'not_measured') return notMeasured(before)
  if (result.kind === 'failed') return silent(before, memory, result.reason, around, rules)
  const wasOut = before.state === 'DOWN' || before.state === 'UNREACHABLE'
  if (wasOut && memory.goods < rules.goodsToUp) {
    return { state: before.state, fact: { code: 'recovering', params: {} }, since: before.since }
  }
  return answering(result.figures, memory, thresholds)
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
  if (soft || around.blind) return { state: 'UNKNOWN', fact, since }
  return { state: around.parentsDown ? 'UNREACHABLE' : 'DOWN', fact, since }
}

function answering(figures: Figures, memory: DeviceMemory, thresholds: readonly Threshold[]): Verdict {
  const raised = thresholds.filter((rule) => memory.thresholds[rule.code]?.raised)
  const worst = raised.find((rule) => rule.severity === 'critical') ?? raised[0]
  if (worst) {
    const value = figures[worst.figure]
    return {
      state: 'DEGRADED',
      fact: { code: worst.code, params: { value: rounded(value), limit: worst.raise } },
    }
  }
  return { state: 'UP', fact: null }
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10)

function settle(memory: DeviceMemory, verdict: Verdict, now: number): DeviceMemory {
  const { state, fact } = verdict
  const since = verdict.since ?? (memory.state === state ? memory.since : now)
  return { ...memory, state, since, fact }
}
