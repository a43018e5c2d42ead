import { useEffect, useState } from 'react'
import { requestJson } from '@unia/ui'
import type { Charted } from '#ops/history/charts'
import type { SeriesRow } from '#ops/history/series'
import type { RangeName } from '#ops/queries/ranges'
import type { DeviceView } from '#ops/stream/view'
import { RANGES } from '../../queries/ranges.ts'

/** Short ranges are drawn on with every poll; long ones, made of averages, are asked for again each minute. */
const DRAWN_ON: (RangeName | null)[] = ['15m', '1h']
const AGAIN_MS = 60_000

interface Asked {
  /** Null: a range of its own, which stands still. */
  range: RangeName | null
  metrics: string[]
  /** Where series are asked for. */
  href: string
}

/** What the charts show, kept up while the page stands; the window moves with the last poll. */
export function useSeries(first: Charted, { range, metrics, href }: Asked, device: DeviceView): Charted {
  const [series, setSeries] = useState(first)
  useEffect(() => setSeries(first), [first])

  const { lastAnswerAt: at, figures } = device
  useEffect(() => {
    if (!at || !DRAWN_ON.includes(range)) return
    setSeries((now) => (Date.parse(at) > Date.parse(now.to) ? drawnOn(now, at, figures) : now))
    // Run again for the same poll it changes nothing: a point must be newer than the last.
  }, [at, figures, range])

  const week = first.before !== null
  const names = metrics.join()
  useEffect(() => {
    if (!range) return
    let left = false
    const timer = setInterval(() => {
      const to = Date.now()
      const query = new URLSearchParams({
        ...{
          metrics: names,
          from: new Date(to - RANGES[range]).toISOString(),
          to: new Date(to).toISOString(),
        },
        ...(week && { compare: 'week' }),
      })
      const taken = (fresh: Charted) => void (left || setSeries(fresh))
      void requestJson<Charted>(`${href}?${query}`).then(taken, () => {})
    }, AGAIN_MS)
    return () => {
      left = true
      clearInterval(timer)
    }
  }, [href, range, names, week])
  return series
}

/** The series with one poll more; metrics that the stream does not carry come with the next question. */
function drawnOn(series: Charted, at: string, figures: DeviceView['figures']): Charted {
  const span = Date.parse(series.to) - Date.parse(series.from)
  const from = new Date(Date.parse(at) - span).toISOString()
  const values = Object.entries(figures).map(([name, value]) => [name, atOnce(value)])
  const row: SeriesRow = { at, ...Object.fromEntries(values) }
  return { ...series, from, to: at, rows: [...series.rows.filter((one) => one.at >= from), row] }
}

const atOnce = (value: number | null) => (value === null ? null : { avg: value, min: value, max: value })
