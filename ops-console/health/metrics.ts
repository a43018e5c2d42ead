/** Values of one entity at one moment by metric name; null is "not known". */
export type MetricValues = Record<string, number | null>

export type Unit =
  'bps' | 'Mbps' | 'percent' | 'count' | 'ms' | 's' | 'dBm' | 'dB' | 'celsius' | 'volt' | 'mA' | 'days'

/**
 * Every metric that is kept, shown or compared with a limit. `ops-console.metric.<name>` names it to people. Metrics
 * of one interface are called `<name>@<interface>`, e.g. `inBps@ethernet1/1`.
 */
export const METRICS = {
  inBps: 'bps',
  outBps: 'bps',
  capacityMbps: 'Mbps',
  inErrors: 'count',
  outErrors: 'count',
  inDiscards: 'count',
  outDiscards: 'count',
  sessions: 'count',
  sessionsMax: 'count',
  sessionsUse: 'percent',
  sessionsTcp: 'count',
  sessionsUdp: 'count',
  sessionsIcmp: 'count',
  cpuMgmt: 'percent',
  cpuData: 'percent',
  memoryUse: 'percent',
  diskUse: 'percent',
  latencyMs: 'ms',
  pingMs: 'ms',
  lossPercent: 'percent',
  uptime: 's',
  rxDbm: 'dBm',
  txDbm: 'dBm',
  rxLossDb: 'dB',
  lightLost: 'count',
  opticsTemperature: 'celsius',
  opticsVoltage: 'volt',
  biasCurrent: 'mA',
  rxDriftDbWeek: 'dB',
  temperature: 'celsius',
  voltage: 'volt',
  suppliesFailed: 'count',
  licenceDays: 'days',
  contentAgeDays: 'days',
  clockSkewS: 's',
  endpoints: 'count',
  endpointsOnline: 'count',
  endpointsInfected: 'count',
  endpointsOutdated: 'count',
  coverage: 'percent',
  definitionsAgeDays: 'days',
} as const satisfies Record<string, Unit>

export type MetricName = keyof typeof METRICS

/** Whether this names a metric, of the whole entity or of one interface. */
export function isMetric(text: unknown): text is string {
  if (typeof text !== 'string') return false
  const [name, port, ...more] = text.split('@')
  return (
    Object.hasOwn(METRICS, name!) && more.length === 0 && (port === undefined || /^[ -~]{1,64}$/.test(port))
  )
}

/** In what a metric is measured, its interface aside. */
export const unitOf = (metric: string): Unit => METRICS[metric.split('@')[0] as MetricName]
