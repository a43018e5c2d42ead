import type { ProbeFailure } from '#ops/probes/errors'
import { RULES, type Fact, type PollResult } from './states.ts'

/** What is remembered of one secondary probe of an entity. Times in milliseconds. */
export interface CheckMemory {
  failures: number
  goods: number
  /** When the present row of failures began. */
  since: number | null
  /** Set once the failure is hard, until enough good answers came. */
  hard: ProbeFailure | null
  /** Incomplete answers in a row, and what was missing in the latest. */
  partials: number
  missing: string | null
}

const QUIET: CheckMemory = { failures: 0, goods: 0, since: null, hard: null, partials: 0, missing: null }

/**
 * One answer or failure of a secondary probe further. Wrong credentials are hard at once: asking again would only lock
 * the account; everything else after `failuresToDown` failures. Our own failures change nothing.
 */
export function stepCheck(memory: CheckMemory | undefined, result: PollResult, now: number): CheckMemory {
  const before = memory ?? QUIET
  if (result.kind === 'not_measured') return before
  if (result.kind === 'failed') return failed(before, result.reason, now)
  const goods = Math.min(before.goods + 1, RULES.goodsToUp)
  const partials = result.partial === undefined ? 0 : Math.min(before.partials + 1, RULES.failuresToDown)
  const hard = goods >= RULES.goodsToUp ? null : before.hard
  return {
    ...{ failures: 0, goods, hard, partials },
    since: hard || partials ? (before.since ?? now) : null,
    missing: result.partial ?? null,
  }
}

function failed(before: CheckMemory, reason: ProbeFailure, now: number): CheckMemory {
  const failures = before.failures + 1
  const isHard = reason === 'authentication' || before.hard !== null || failures >= RULES.failuresToDown
  return {
    ...{ failures, goods: 0, partials: 0, missing: null },
    since: before.since ?? now,
    hard: isHard ? reason : null,
  }
}

/** What a check says against its entity; null: nothing. Codes `api_credentials`, `api_unreachable`, `api_unreadable`, `partial`. */
export function checkFact(probe: string, { hard, since, partials, missing }: CheckMemory): Fact | null {
  if (hard === 'authentication') return { code: 'api_credentials', params: { probe, since } }
  if (hard === 'no_answer') return { code: 'api_unreachable', params: { probe, since } }
  if (hard) return { code: 'api_unreadable', params: { probe, since, reason: hard } }
  if (partials >= RULES.failuresToDown) return { code: 'partial', params: { probe, since, missing } }
  return null
}
