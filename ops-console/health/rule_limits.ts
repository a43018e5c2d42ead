import { METRICS, type MetricName } from './metrics.ts'
import type { Severity, Threshold } from './thresholds.ts'

/** What a person may change of a rule. */
export interface Limits {
  enabled: boolean
  severity: Severity
  raise: number
  clear: number
  of: number
  among: number
  clearAfter: number
}

/** As many samples as the table of rules takes. */
export const MOST_SAMPLES = 20

export const metricOf = ({ metric }: Pick<Threshold, 'metric'>) => metric.replace('@*', '') as MetricName

/**
 * What is wrong with limits, as message keys by field; empty: nothing. The limit that clears must not lie on the bad
 * side of the one that raises, else an alarm would come and go with every sample.
 */
export function limitMistakes(rule: Threshold, limits: Limits): Partial<Record<keyof Limits, string>> {
  const { raise, clear, of, among, clearAfter } = limits
  const percent = METRICS[metricOf(rule)] === 'percent'
  const wrongSide = rule.direction === 'below' ? clear < raise : clear > raise
  return {
    ...(wrongSide && { clear: `ops-console.rule.wrong_side.${rule.direction}` }),
    ...(percent && !isShare(raise) && { raise: 'ops-console.rule.no_percent' }),
    ...(percent && !isShare(clear) && { clear: 'ops-console.rule.no_percent' }),
    ...(rule.direction === 'away' && raise < 0 && { raise: 'ops-console.rule.below_zero' }),
    ...(!isCount(among) && { among: 'ops-console.rule.samples' }),
    ...(!isCount(of) && { of: 'ops-console.rule.samples' }),
    ...(!isCount(clearAfter) && { clearAfter: 'ops-console.rule.samples' }),
    ...(isCount(of) && isCount(among) && of > among && { of: 'ops-console.rule.more_than_all' }),
  }
}

const isShare = (value: number) => value >= 0 && value <= 100
const isCount = (value: number) => Number.isInteger(value) && value >= 1 && value <= MOST_SAMPLES
