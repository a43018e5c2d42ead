import { AsyncLocalStorage } from 'node:async_hooks'

/** What started the work at hand; events published in it carry both on. */
export interface Correlation {
  correlationId: string
  causationId?: string
}

const current = new AsyncLocalStorage<Correlation>()

export const currentCorrelation = (): Correlation | null => current.getStore() ?? null

/** Runs a request (id from `traceparent` or `x-correlation-id`) or a handler under its correlation. */
export const withCorrelation = <T>(correlation: Correlation, work: () => T): T =>
  current.run(correlation, work)
