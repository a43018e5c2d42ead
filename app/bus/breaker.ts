const WINDOW_MS = 60_000
const MOST_FAILURES = 10
const RATE_NEEDS_CALLS = 20
const HALF_OPEN_AFTER_MS = 30_000
const BROKEN_AFTER_MS = 15 * 60_000

interface Call {
  at: number
  ok: boolean
}

/** State of one endpoint's circuit breaker; a value, stored as JSON. Times are milliseconds of the epoch. */
export interface Breaker {
  state: 'closed' | 'open' | 'half_open'
  calls: Call[]
  openedAt: number | null
  /** When it opened first without having closed since. */
  firstOpenedAt: number | null
}

export const CLOSED: Breaker = { state: 'closed', calls: [], openedAt: null, firstOpenedAt: null }

/** Whether a call may go out now; while half open exactly one probe may. */
export function admit(breaker: Breaker, now: number): { allowed: boolean; breaker: Breaker } {
  if (breaker.state === 'closed') return { allowed: true, breaker }
  // A probe that never reported back (its process died) counts as failed after the same while.
  if (now - breaker.openedAt! >= HALF_OPEN_AFTER_MS)
    return { allowed: true, breaker: { ...breaker, state: 'half_open', openedAt: now } }
  return { allowed: false, breaker }
}

/** Opens after 10 failures in 60 s, or more than half of at least 20 calls; a probe closes it or opens it again. */
export function record(breaker: Breaker, ok: boolean, now: number): Breaker {
  if (breaker.state === 'half_open') return ok ? CLOSED : opened(breaker, now)
  const calls = [...breaker.calls.filter((call) => now - call.at < WINDOW_MS), { at: now, ok }]
  const failures = calls.filter((call) => !call.ok).length
  const tooMany =
    failures >= MOST_FAILURES || (calls.length >= RATE_NEEDS_CALLS && failures * 2 > calls.length)
  return tooMany ? opened(breaker, now) : { ...breaker, calls }
}

/** An endpoint that has not come back for 15 minutes. */
export const isBroken = (breaker: Breaker, now: number) =>
  breaker.firstOpenedAt !== null && now - breaker.firstOpenedAt > BROKEN_AFTER_MS

const opened = (breaker: Breaker, now: number): Breaker => ({
  state: 'open',
  calls: [],
  openedAt: now,
  firstOpenedAt: breaker.firstOpenedAt ?? now,
})
