import type { ClientCounts } from './clients_process.ts'
import type { CollectorCounts } from './collector_process.ts'
import { quantile, rounded } from './quantiles.ts'
import type { Stored } from './stored.ts'

/** CPU seconds since each process began; PostgreSQL null where it cannot be seen. */
export interface Spent {
  collector: number
  web: number
  clients: number
  postgres: number | null
}

export interface ChainMeasured {
  targets: number
  /** Seconds between `before` and `after`. */
  lasted: number
  before: { spent: Spent; counts: CollectorCounts }
  after: { spent: Spent; counts: CollectorCounts }
  /** From the first poll to the last. */
  whole: CollectorCounts
  stored: Stored
  seen: ClientCounts
  /** MB: the most of collector and web process together, and the last of each. */
  memory: { most: number; last: number[] }
}

export interface ChainReport {
  targets: number
  seconds: number
  /** Values in the answers of agents. */
  valuesPerSecond: number
  /** Of collector, web process and PostgreSQL for 10,000 values read. */
  cpuSecondsPer10kValues: number | null
  /** The same for 10,000 metrics stored, with the clients for 10,000 values read. */
  cpuSecondsPer10kStored: number | null
  cpuSecondsPer10kWithClients: number | null
  cpuSeconds: Spent
  /** Collector and web process together: the most that was seen, and each at the end. */
  memoryMb: number
  memoryOfEachMb: { collector: number; web: number }
  polls: number
  failures: Record<string, number>
  readings: number
  valuesRead: number
  rowsStored: number
  valuesStored: number
  statesStored: number
  incidents: number
  /** Answers read of which no row stands in the database, in values. */
  valuesLost: number
  samplesDropped: number
  /** From the reading to a client. */
  delayP50Ms: number | null
  delayP99Ms: number | null
  deltas: number
  deltasMissing: number
}

/** Makes the printed figures of what was measured. */
export function chainReport(measured: ChainMeasured): ChainReport {
  const { targets, lasted, before, after, whole, stored, seen, memory } = measured
  const values = after.counts.values - before.counts.values
  const spent = difference(before.spent, after.spent)
  const chain = spent.postgres === null ? null : spent.collector + spent.web + spent.postgres
  const perReading = whole.readings ? whole.values / whole.readings : 0
  const storedShare = whole.values ? stored.values / whole.values : 0
  const delays = seen.delays.toSorted((a, b) => a - b)
  return {
    ...{ targets, seconds: rounded(lasted, 1), valuesPerSecond: Math.round(values / lasted) },
    cpuSecondsPer10kValues: per10k(chain, values),
    cpuSecondsPer10kStored: per10k(chain, values * storedShare),
    cpuSecondsPer10kWithClients: per10k(chain === null ? null : chain + spent.clients, values),
    cpuSeconds: spent,
    memoryMb: Math.round(memory.most),
    memoryOfEachMb: { collector: Math.round(memory.last[0]), web: Math.round(memory.last[1]) },
    ...{ polls: whole.polls, failures: whole.failures, readings: whole.readings, valuesRead: whole.values },
    ...{ rowsStored: stored.rows, valuesStored: stored.values },
    ...{ statesStored: stored.states, incidents: stored.incidents },
    valuesLost: Math.round(Math.max(0, whole.readings - stored.answered) * perReading),
    samplesDropped: whole.dropped,
    ...{ delayP50Ms: quantile(delays, 0.5), delayP99Ms: quantile(delays, 0.99) },
    ...{ deltas: seen.deltas, deltasMissing: seen.gaps },
  }
}

function per10k(cpuSeconds: number | null, values: number): number | null {
  return cpuSeconds === null || values <= 0 ? null : rounded((cpuSeconds / values) * 10_000, 4)
}

function difference(before: Spent, after: Spent): Spent {
  const since = (name: 'collector' | 'web' | 'clients') => rounded(after[name] - before[name], 2)
  const known = before.postgres !== null && after.postgres !== null
  return {
    ...{ collector: since('collector'), web: since('web'), clients: since('clients') },
    postgres: known ? rounded(after.postgres! - before.postgres!, 2) : null,
  }
}
