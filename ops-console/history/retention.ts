import type { Level } from './levels.ts'

const DEFAULTS = { raw: 8, '1m': 60, '5m': 400, '1h': 1095, '1d': null } as const

/** Days a level is kept; null: for good. Set by `OPS_RETENTION_DAYS` (single polls), `OPS_RETENTION_DAYS_1M` and so on. */
export function retentionDays(level: Level): number | null {
  const name = level === 'raw' ? 'OPS_RETENTION_DAYS' : `OPS_RETENTION_DAYS_${level.toUpperCase()}`
  const days = Number(process.env[name])
  return days >= 1 ? Math.floor(days) : DEFAULTS[level]
}

/** Days the probe groups of links are kept: the contract is settled by them. `OPS_RETENTION_DAYS_LINKS`. */
export const linkRetentionDays = () => Math.floor(Number(process.env.OPS_RETENTION_DAYS_LINKS)) || 400
