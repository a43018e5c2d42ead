import type { Series, Translate } from '@unia/ui'
import type { ChartSet } from '#ops/health/chart_sets'
import type { Charted } from '#ops/history/charts'
import type { SeriesRow, SeriesValue } from '#ops/history/series'

/** Steps of more hold several polls, whose peak an average hides; seconds. */
const SEVERAL_POLLS_S = 60
/** The steps still running have no sample yet and are no gap. */
const RUNNING = 2

/** The lines of one chart: what was measured, its peaks, the week before and what is compared with. */
export function linesOf(set: ChartSet, series: Charted, t: Translate, baseline: number | null): Series[] {
  const { rows, before, step } = series
  const metrics = set.lines.filter((metric, place) => place === 0 || measured(rows, metric))
  const label = (metric: string) => t(`ops-console.metric.${metric}`)
  const line = (metric: string) => ({
    id: metric,
    label: label(metric),
    points: pointsOf(rows, metric, 'avg', set),
  })
  const peak = (metric: string) => ({
    ...{ id: `${metric}-peak`, label: t('ops-console.charts.peak', { label: label(metric) }) },
    points: pointsOf(rows, metric, 'max', set),
  })
  const past = (metric: string) => ({
    ...{
      id: `${metric}-before`,
      label: t('ops-console.charts.before', { label: label(metric) }),
      pale: true,
    },
    points: pointsOf(before!, metric, 'avg', set),
  })
  return [
    ...metrics.map(line),
    ...(set.peaks && step >= SEVERAL_POLLS_S ? metrics.filter((one) => measured(rows, one)).map(peak) : []),
    ...(before ? set.lines.filter((metric) => measured(before, metric)).map(past) : []),
    ...(set.baseline && baseline !== null ? [level(rows, t, baseline)] : []),
  ]
}

const measured = (rows: SeriesRow[], metric: string) => rows.some((row) => Boolean(row[metric]))

function pointsOf(rows: SeriesRow[], metric: string, figure: 'avg' | 'max', { scale = 1 }: ChartSet) {
  const known = rows.filter((row) => row[metric] !== undefined)
  const ended = known.findLastIndex((row) => row[metric] !== null)
  const drawn = known.length - 1 - ended <= RUNNING ? known.slice(0, ended + 1) : known
  return drawn.map((row) => {
    const value = row[metric] as SeriesValue | null
    return { at: row.at, value: value && value[figure] / scale }
  })
}

const level = (rows: SeriesRow[], t: Translate, value: number): Series => ({
  ...{ id: 'baseline', label: t('ops-console.charts.baseline'), pale: true },
  points: rows.map(({ at }) => ({ at, value })),
})
