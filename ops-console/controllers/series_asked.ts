import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { isMetric } from '#ops/health/metrics'
import { isFreeRange } from '#ops/queries/ranges'

/** The address asks for a stretch of time or for metrics that cannot be. */
export class SeriesRefused extends Exception {
  static status = 422
  static code = 'E_SERIES_REFUSED'
  static message = 'No such range or metric'
}

/** No page draws more lines at once. */
const MOST_METRICS = 60
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/

export interface SeriesAsked {
  from: Date
  to: Date
  /** Null: every metric that has a value in the range. */
  metrics: string[] | null
}

/** `?metrics=a,b&from=&to=`, instants by ISO 8601 with zone. Throws {@link SeriesRefused}. */
export function seriesAsked({ request }: HttpContext): SeriesAsked {
  const { from, to, metrics } = request.qs()
  const [first, last] = [instantOf(from), instantOf(to)]
  if (!first || !last || !isFreeRange(first, last)) throw new SeriesRefused()
  return { from: first, to: last, metrics: metricsNamed(metrics) }
}

/** An instant that the address names; null when it names none. */
export function instantOf(text: unknown): Date | null {
  if (typeof text !== 'string' || !INSTANT.test(text)) return null
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at
}

function metricsNamed(text: unknown): string[] | null {
  if (text === undefined) return null
  // The query parser has already divided a list by its commas.
  const names = [...new Set(Array.isArray(text) ? text : [text])]
  if (names.length > MOST_METRICS || !names.every(isMetric)) throw new SeriesRefused()
  return names
}
