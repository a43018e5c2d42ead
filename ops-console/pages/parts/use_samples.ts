import { useEffect, useState } from 'react'
import { requestJson, type Series } from '@unia/ui'
import type { RangePoint } from '#ops/history/range'
import type { DeviceView } from '#ops/stream/view'
import type { RangeName } from '#ops/queries/ranges'

export interface Samples {
  from: string
  to: string
  points: RangePoint[]
}

/** Short ranges are drawn on with every poll; long ones, made of averages, are asked for again each minute. */
const DRAWN_ON: RangeName[] = ['15m', '1h']
const AGAIN_MS = 60_000

/** Points of the charts, kept up while the page stands; the window moves with the last of them. */
export function useSamples(first: Samples, range: RangeName, href: string, device: DeviceView): Samples {
  const [samples, setSamples] = useState(first)
  useEffect(() => setSamples(first), [first])

  const { lastAnswerAt: at, figures } = device
  useEffect(() => {
    if (!at || !DRAWN_ON.includes(range)) return
    setSamples((now) => (Date.parse(at) > Date.parse(now.to) ? drawnOn(now, at, figures) : now))
    // Run again for the same poll it changes nothing: a point must be newer than the last.
  }, [at, figures, range])

  useEffect(() => {
    const timer = setInterval(() => {
      void requestJson<Samples>(`${href}?range=${range}`).then(setSamples, () => {})
    }, AGAIN_MS)
    return () => clearInterval(timer)
  }, [href, range])
  return samples
}

function drawnOn(samples: Samples, at: string, figures: DeviceView['figures']): Samples {
  const span = Date.parse(samples.to) - Date.parse(samples.from)
  const from = new Date(Date.parse(at) - span).toISOString()
  const { inBps = null, outBps = null, sessions = null, cpuMgmt = null, cpuData = null } = figures
  const { latencyMs = null, rxDbm = null } = figures
  const point: RangePoint = {
    ...{
      at,
      inBps,
      outBps,
      peakInBps: inBps,
      peakOutBps: outBps,
      sessions,
      cpuMgmt,
      cpuData,
      latencyMs,
      rxDbm,
    },
  }
  return { from, to: at, points: [...samples.points.filter((one) => one.at >= from), point] }
}

type Figure = Exclude<keyof RangePoint, 'at'>

/** One line of a chart; rates in Mb/s. The step still running has no sample yet and is no gap. */
export function seriesOf({ points }: Samples, figure: Figure, label: string): Series {
  const scale = figure.endsWith('Bps') ? 1e-6 : 1
  const ended = points.findLastIndex((point) => point[figure] !== null)
  const known = points.length - 1 - ended <= 2 ? points.slice(0, ended + 1) : points
  return {
    ...{ id: figure, label },
    points: known.map((point) => {
      const value = point[figure]
      return { at: point.at, value: value === null ? null : value * scale }
    }),
  }
}
