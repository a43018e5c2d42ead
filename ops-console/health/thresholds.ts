import type { Figures } from './figures.ts'

export type Severity = 'warning' | 'critical'

/** Raise at `raise` or more in `of` of the last `among` samples; clear below `clear` for `clearAfter` samples. */
export interface Threshold {
  /** Ends the message key `ops-console.fact.<code>`. */
  code: string
  figure: keyof Figures
  severity: Severity
  raise: number
  clear: number
  of: number
  among: number
  clearAfter: number
}

const over = (code: string, figure: keyof Figures, severity: Severity, raise: number, clear: number) => ({
  code,
  figure,
  severity,
  raise,
  clear,
  of: 3,
  among: 4,
  clearAfter: 3,
})

/** Optical limits in dB below the accepted power; the rest in percent. */
export const THRESHOLDS: readonly Threshold[] = [
  over('cpu_data_high', 'cpuData', 'warning', 80, 70),
  over('cpu_mgmt_high', 'cpuMgmt', 'warning', 90, 80),
  over('sessions_high', 'sessionsUse', 'warning', 80, 70),
  over('optical_low', 'rxLossDb', 'warning', 3, 2.5),
  over('optical_critical', 'rxLossDb', 'critical', 6, 5.5),
]

export interface ThresholdMemory {
  raised: boolean
  /** Latest samples, oldest first: 1 at or above `raise`. */
  window: (0 | 1)[]
  /** Samples below `clear` in a row. */
  calm: number
}

/** One sample further. A missing figure changes nothing: neither raised nor cleared. */
export function stepThreshold(
  rule: Threshold,
  memory: ThresholdMemory | undefined,
  value: number | null
): ThresholdMemory {
  const { raised, window, calm } = memory ?? { raised: false, window: [], calm: 0 }
  if (value === null) return { raised, window, calm }
  const next: (0 | 1)[] = [...window, value >= rule.raise ? (1 as const) : (0 as const)].slice(-rule.among)
  const quiet = value < rule.clear ? calm + 1 : 0
  const hits = next.filter(Boolean).length
  return {
    raised: raised ? quiet < rule.clearAfter : hits >= rule.of,
    window: next,
    calm: quiet,
  }
}
