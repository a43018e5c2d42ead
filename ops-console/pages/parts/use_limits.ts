import { useT } from '@unia/ui'
import type { Unit } from '#ops/health/metrics'
import type { Threshold } from '#ops/health/thresholds'

type Limit = Pick<Threshold, 'direction' | 'raise' | 'clear'> & { unit: Unit }

/** Limits in words, with their units. */
export function useLimits() {
  const t = useT()
  const say = (unit: Unit, value: number) => t(`ops-console.amount.${unit}`, { value })
  return {
    opens: ({ direction, raise, unit }: Limit) =>
      t(`ops-console.rules.opens.${direction}`, { value: say(unit, raise) }),
    closes: ({ direction, clear, unit }: Limit) =>
      t(`ops-console.rules.closes.${direction}`, { value: say(unit, clear) }),
    samples: ({ of, among, clearAfter }: Pick<Threshold, 'of' | 'among' | 'clearAfter'>) =>
      t('ops-console.rules.samples', { of, among, after: clearAfter }),
  }
}
