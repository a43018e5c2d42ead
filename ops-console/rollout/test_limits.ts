/** A measurement of the acceptance test and what it is compared with. */
export interface Limit {
  code: TestCode
  compare: '>=' | '<=' | '=' | 'between'
  value: number | null
  upper?: number | null
  unit: 'dBm' | 'Mbit/s' | 'ms' | 'percent' | 'bytes' | 'bool'
  /** Measured by the console itself, or read from an instrument and typed in. */
  by: 'console' | 'hand'
  /** One that is not required may stay empty: there is no second path to fail over to. */
  required: boolean
}

export type TestCode =
  | 'rx_unit'
  | 'rx_exchange'
  | 'speed'
  | 'throughput_down'
  | 'throughput_up'
  | 'latency'
  | 'jitter'
  | 'loss'
  | 'mtu'
  | 'failover'

/** Latency, jitter and loss count only over at least so many minutes (specification, section 1). */
export const LEAST_MINUTES = 15

/** Limits of the city's acceptance for a link of that capacity; the values are the city's to change: verify. */
export function limitsFor(capacityMbps: number | null): Limit[] {
  const capacity = capacityMbps ?? 1000
  const of = (
    code: TestCode,
    compare: Limit['compare'],
    value: number | null,
    unit: Limit['unit'],
    by: Limit['by'],
    more: Partial<Limit> = {}
  ): Limit => ({ code, compare, value, unit, by, required: true, ...more })
  return [
    of('rx_unit', 'between', -24, 'dBm', 'console', { upper: -3 }),
    of('rx_exchange', 'between', -24, 'dBm', 'hand', { upper: -3 }),
    of('speed', '>=', capacity, 'Mbit/s', 'console'),
    of('throughput_down', '>=', capacity * 0.9, 'Mbit/s', 'hand'),
    of('throughput_up', '>=', capacity * 0.9, 'Mbit/s', 'hand'),
    of('latency', '<=', 10, 'ms', 'console'),
    of('jitter', '<=', 3, 'ms', 'console'),
    of('loss', '<=', 0.1, 'percent', 'console'),
    of('mtu', '>=', 1500, 'bytes', 'hand'),
    of('failover', '=', 1, 'bool', 'hand', { required: false }),
  ]
}

/** Null: not measured, hence neither passed nor failed. */
export function passes(
  limit: Pick<Limit, 'compare' | 'value' | 'upper'>,
  measured: number | null
): boolean | null {
  if (measured === null || limit.value === null) return null
  if (limit.compare === '>=') return measured >= limit.value
  if (limit.compare === '<=') return measured <= limit.value
  if (limit.compare === '=') return measured === limit.value
  return measured >= limit.value && measured <= (limit.upper ?? Infinity)
}

/** What the whole run comes to: open while a required value is missing. */
export function verdict(
  measures: readonly { passed: boolean | null; required: boolean }[]
): 'passed' | 'failed' | 'open' {
  if (measures.some(({ passed }) => passed === false)) return 'failed'
  return measures.some(({ passed, required }) => required && passed === null) ? 'open' : 'passed'
}

/** Probes of one minute: how many were sent and what came back, milliseconds. */
export interface MinuteProbes {
  minute: Date
  sent: number
  rtts: readonly number[]
}

export interface PathQuality {
  minutes: number
  sent: number
  /** 95th percentile over all replies, ms. */
  latency: number | null
  /** Mean difference of neighbouring replies (RFC 3550 calls it interarrival jitter), ms. */
  jitter: number | null
  /** Percent of what was sent. */
  loss: number | null
}

/** Quality of a path over the minutes of a run; lost probes enter the loss, never the latency. */
export function pathQuality(minutes: readonly MinuteProbes[]): PathQuality {
  const sent = minutes.reduce((sum, one) => sum + one.sent, 0)
  const rtts = minutes.flatMap((one) => one.rtts)
  const steps = minutes.flatMap(({ rtts: own }) => own.slice(1).map((rtt, i) => Math.abs(rtt - own[i]!)))
  const sorted = [...rtts].sort((a, b) => a - b)
  return {
    minutes: minutes.filter((one) => one.sent > 0).length,
    sent,
    latency: sorted.length ? sorted[Math.ceil(sorted.length * 0.95) - 1]! : null,
    jitter: steps.length ? steps.reduce((sum, step) => sum + step, 0) / steps.length : null,
    loss: sent ? ((sent - rtts.length) / sent) * 100 : null,
  }
}
