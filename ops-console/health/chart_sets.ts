/** A chart of a device's page: its title under `ops-console.`, the metrics drawn and how. */
export interface ChartSet {
  title: string
  unit: string
  lines: string[]
  /** Highest values are drawn besides where a step is made of several polls. */
  peaks?: boolean
  /** What is measured is divided by this. */
  scale?: number
  /** The axis need not begin at zero. */
  open?: boolean
  /** A line from another source behind. */
  baseline?: boolean
  wide?: boolean
}

const traffic: ChartSet = {
  ...{ title: 'chart.traffic', unit: 'Mb/s', lines: ['inBps', 'outBps'] },
  ...{ peaks: true, scale: 1e6, wide: true },
}
const cpu: ChartSet = { title: 'figure.cpu', unit: '%', lines: ['cpuData', 'cpuMgmt'] }
const sessions: ChartSet = { title: 'figure.sessions', unit: '', lines: ['sessions'] }
const latency: ChartSet = { title: 'charts.latency', unit: 'ms', lines: ['latencyMs', 'pingMs'] }
const loss: ChartSet = { title: 'charts.loss', unit: '%', lines: ['lossPercent'] }
const optics: ChartSet = {
  ...{ title: 'charts.optics', unit: 'dBm', lines: ['rxDbm', 'txDbm'] },
  ...{ open: true, baseline: true, wide: true },
}
const temperature: ChartSet = {
  ...{ title: 'charts.temperature', unit: '°C', lines: ['temperature', 'opticsTemperature'], open: true },
}
const endpoints: ChartSet = {
  ...{ title: 'charts.endpoints', unit: '', lines: ['endpoints', 'endpointsOnline', 'endpointsInfected'] },
  wide: true,
}
const coverage: ChartSet = { title: 'charts.coverage', unit: '%', lines: ['coverage'] }

const FIREWALL = [traffic, cpu, sessions, latency, loss]
const BY_KIND: Record<string, ChartSet[]> = {
  cpe: [optics, traffic, temperature, latency, loss],
  endpoints: [endpoints, coverage],
}

/** The charts of a kind of device, the most telling first. */
export const chartsOf = (kind: string): ChartSet[] => BY_KIND[kind] ?? FIREWALL

/** Every metric that they need. */
export const metricsDrawn = (kind: string): string[] => chartsOf(kind).flatMap(({ lines }) => lines)
