import type { MetricValues } from '#ops/health/metrics'
import type { TimeSeries } from './protobuf.ts'

/** A poll on its way to another store. */
export interface RemoteSample {
  /** Slug of the unit. */
  unit: string
  deviceId: string
  at: Date
  values: MetricValues
}

/** `inBps@ethernet1/1` is series `unia_ops_in_bps` with the label `interface`. */
export function nameOf(metric: string): { name: string; instance: string | null } {
  const [base, ...instance] = metric.split('@')
  const snake = base
    .replace(/([A-Z])/g, '_$1')
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
  return { name: `unia_ops_${snake}`, instance: instance.length ? instance.join('@') : null }
}

/** Samples as series; unknown values are left out, for there they are gaps. */
export function seriesOf(samples: readonly RemoteSample[]): TimeSeries[] {
  const found = new Map<string, TimeSeries>()
  for (const { unit, deviceId, at, values } of samples) {
    for (const [metric, value] of Object.entries(values)) {
      if (typeof value !== 'number' || !Number.isFinite(value)) continue
      const key = `${deviceId}/${metric}`
      const { name, instance } = nameOf(metric)
      const labels = {
        __name__: name,
        unit,
        device: deviceId,
        ...(instance !== null && { interface: instance }),
      }
      const series: TimeSeries = found.get(key) ?? { labels, samples: [] }
      found.set(key, series)
      series.samples.push({ value, at: at.getTime() })
    }
  }
  for (const { samples: all } of found.values()) all.sort((a, b) => a.at - b.at)
  return [...found.values()]
}
