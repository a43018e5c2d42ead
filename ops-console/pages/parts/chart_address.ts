import { router } from '@unia/ui'
import type { RangeName } from '#ops/queries/ranges'
import { isFreeRange, LONGEST_RANGE, SHORTEST_RANGE } from '../../queries/ranges.ts'

export interface ChartAddress {
  range?: RangeName
  from?: string
  to?: string
  compare?: 'week'
}

const ONLY = ['range', 'series']

/** Shows the charts of another address; a step that the browser's "back" undoes. */
export const goTo = ({ range, from, to, compare }: ChartAddress) =>
  router.get(
    window.location.pathname,
    { ...(range && { range }), ...(from && to && { from, to }), ...(compare && { compare }) },
    { only: ONLY, preserveState: true, preserveScroll: true }
  )

/** A stretch of time as the address says it, kept within what can be shown; null when that is no range. */
export function freeRange(from: number, to: number): { from: string; to: string } | null {
  const middle = (from + to) / 2
  const length = Math.min(Math.max(to - from, SHORTEST_RANGE), LONGEST_RANGE)
  // Nothing is known of what is to come: the window ends now at the latest.
  const end = Math.min(Math.round((middle + length / 2) / 1000) * 1000, Date.now())
  const [first, last] = [new Date(end - Math.round(length)), new Date(end)]
  return isFreeRange(first, last) ? { from: first.toISOString(), to: last.toISOString() } : null
}
