/** How finely history is kept. `raw` holds single polls. */
export type Level = 'raw' | '1m' | '5m' | '1h' | '1d'

export type RolledLevel = Exclude<Level, 'raw'>

export interface LevelRule {
  level: RolledLevel
  /** Level that is summed up. */
  from: Level
  /** Length of a bucket, seconds. */
  seconds: number
  /** Seconds after the end of a bucket until it is summed up for the first time. */
  grace: number
}

/** From fine to coarse. Buckets are aligned to UTC. */
export const LEVELS: readonly LevelRule[] = [
  { level: '1m', from: 'raw', seconds: 60, grace: 15 },
  { level: '5m', from: '1m', seconds: 300, grace: 90 },
  { level: '1h', from: '5m', seconds: 3600, grace: 180 },
  { level: '1d', from: '1h', seconds: 86_400, grace: 600 },
]

export const SECONDS: Record<RolledLevel, number> = { '1m': 60, '5m': 300, '1h': 3600, '1d': 86_400 }

export const tableOf = (level: Level) =>
  level === 'raw' ? 'ops_console.ops_console_samples' : `ops_console.ops_console_rollup_${level}`
