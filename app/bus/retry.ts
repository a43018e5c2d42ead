export interface Backoff {
  baseSeconds: number
  capSeconds: number
}

export const BACKOFF: Backoff = { baseSeconds: 5, capSeconds: 900 }

/** Seconds to wait after the n-th failed attempt (n from 1), within ±20 %; `random` in [0, 1), 0.5 for none. */
export function retryDelay(n: number, { baseSeconds, capSeconds } = BACKOFF, random = Math.random): number {
  return Math.min(capSeconds, baseSeconds * 2 ** (n - 1)) * (0.8 + 0.4 * random())
}

export type Failure =
  | { kind: 'retry'; retryAfterSeconds: number }
  | { kind: 'final'; reason: string; details: Record<string, unknown> | null }

const RETRIED_STATUS = [408, 425, 429]
const REASONS: Record<number, string> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
}

interface Known {
  code?: string
  status?: number
  reason?: string
  details?: Record<string, unknown> | null
  retryAfterSeconds?: number
}

/**
 * Whether a failed attempt is worth another: time-outs, 408, 425, 429, 5xx, serialization failures and anything
 * unknown are; other 4xx, a schema violation and a consumer's refusal are not.
 */
export function judge(error: unknown): Failure {
  const { code, status, reason, details = null, retryAfterSeconds = 0 } = (error ?? {}) as Known
  if (code === 'E_EVENT_DATA_INVALID') return { kind: 'final', reason: 'schema', details }
  if (typeof status === 'number' && status >= 400 && status < 500 && !RETRIED_STATUS.includes(status))
    return { kind: 'final', reason: reason ?? REASONS[status] ?? `http_${status}`, details }
  return { kind: 'retry', retryAfterSeconds }
}

/** Text of an error fit for tables and logs: without PESEL numbers, at most 500 characters. */
export const describe = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\d{11}/g, '***').slice(0, 500)
