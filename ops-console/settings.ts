import { parseShard, type Shard } from '#ops/scheduler/shards'

/** Settings of the collector and the simulator; everything has a default that suits the field simulator. */
export interface Settings {
  databaseUrl: string
  pollMs: number
  retryMs: number
  /** Vendors' interfaces are asked at least that often; left out: in their own rhythm. */
  secondaryMs?: number
  timeoutMs: number
  attempts: number
  concurrency: number
  deadlineMs: number
  retentionDays: number
  simulatorMap: string
  /** The share of a collector of its own; left out: all of the city. */
  shard?: Shard
  /** Whether this collector also receives syslog and traps. */
  ingest: boolean
}

const number = (name: string, fallback: number) => {
  const value = Number(process.env[name] ?? fallback)
  if (!Number.isFinite(value) || value <= 0) {
    throw Object.assign(new Error(`${name} must be a positive number`), { code: 'E_SETTING' })
  }
  return value
}

/** @throws Error `E_SETTING` naming the variable that is missing or no number */
export function settings(): Settings {
  const databaseUrl = process.env.DATABASE_OPS_URL
  if (!databaseUrl) throw Object.assign(new Error('DATABASE_OPS_URL is missing'), { code: 'E_SETTING' })
  const timeoutMs = number('OPS_TIMEOUT_MS', 1000)
  const pollMs = number('OPS_POLL_SECONDS', 10) * 1000
  const { OPS_SHARD: shard, OPS_SECONDARY_SECONDS: secondary } = process.env
  return {
    databaseUrl,
    pollMs,
    retryMs: Math.min(pollMs, number('OPS_RETRY_SECONDS', 3) * 1000),
    timeoutMs,
    attempts: 2,
    concurrency: number('OPS_CONCURRENCY', 32),
    // Silence is known after `attempts`; this bounds a device that answers and has much to tell when it is first met.
    deadlineMs: timeoutMs * 20,
    retentionDays: number('OPS_RETENTION_DAYS', 8),
    simulatorMap: process.env.OPS_SIMULATOR_MAP ?? '.data/simulator.json',
    ingest: process.env.OPS_INGEST !== 'off',
    ...(secondary && { secondaryMs: number('OPS_SECONDARY_SECONDS', 60) * 1000 }),
    ...(shard && { shard: parseShard(shard) }),
  }
}
