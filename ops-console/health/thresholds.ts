import type { DeviceKind } from '#ops/inventory/device'
import { DEFAULT_RULES } from './default_rules.ts'

export type Severity = 'warning' | 'critical'

/** `above`: too much is bad; `below`: too little is; `away`: too far from zero in either direction. */
export type Direction = 'above' | 'below' | 'away'

/** Raise at `raise` or worse in `of` of the last `among` samples; clear when better than `clear` for `clearAfter` samples. */
export interface Threshold {
  /** Ends the message key `ops-console.fact.<code>`. */
  code: string
  /** Name of a metric; with `@*` every interface is judged for itself. */
  metric: string
  direction: Direction
  severity: Severity
  raise: number
  clear: number
  of: number
  among: number
  clearAfter: number
  /** Only entities of these kinds; left out: all. */
  kinds?: readonly DeviceKind[]
}

export const THRESHOLDS: readonly Threshold[] = DEFAULT_RULES

export interface ThresholdMemory {
  raised: boolean
  /** Latest samples, oldest first: 1 at `raise` or worse. */
  window: (0 | 1)[]
  /** Samples better than `clear` in a row. */
  calm: number
  /** Value, limit and severity of the latest sample while raised. */
  value?: number
  limit?: number
  severity?: Severity
  /** Milliseconds since 1970 of the latest sample. */
  at?: number
}

/** One sample further. A missing figure changes nothing: neither raised nor cleared. */
export function stepThreshold(
  rule: Threshold,
  memory: ThresholdMemory | undefined,
  value: number | null
): ThresholdMemory {
  const { raised, window, calm } = memory ?? { raised: false, window: [], calm: 0 }
  if (value === null) return memory ?? { raised, window, calm }
  const next: (0 | 1)[] = [...window, isBad(rule, value) ? (1 as const) : (0 as const)].slice(-rule.among)
  const quiet = isGood(rule, value) ? Math.min(calm + 1, rule.clearAfter) : 0
  const hits = next.filter(Boolean).length
  const still = raised ? quiet < rule.clearAfter : hits >= rule.of
  return { raised: still, window: next, calm: quiet }
}

export const isBad = ({ direction, raise }: Threshold, value: number) =>
  direction === 'below' ? value <= raise : (direction === 'away' ? Math.abs(value) : value) >= raise

const isGood = ({ direction, clear }: Threshold, value: number) =>
  direction === 'below' ? value > clear : (direction === 'away' ? Math.abs(value) : value) < clear
