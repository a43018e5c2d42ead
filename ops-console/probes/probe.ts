import type { InterfaceRate } from '#ops/health/rates'
import type { MetricValues } from '#ops/health/metrics'
import type { ProbeFailure } from './errors.ts'

/** Ways to ask an entity. The first one that a roster entry names decides whether it answers at all. */
export type ProbeKind = 'snmp' | 'icmp' | 'panos' | 'routeros' | 'sepm'

/** What one question brought. A value that is not known is null or left out, never 0. */
export interface ProbeAnswer {
  /** Milliseconds since 1970 when the last reply came. */
  at: number
  values: MetricValues
  /** The entity restarted since the question before. */
  rebooted?: boolean
  interfaces?: InterfaceRate[]
  /** What is learnt rarely (serial, versions, licences, neighbours …); merged by key into what is known. */
  learnt?: Record<string, unknown>
  /** Values of other entities that this answer knows of, by their id: one SEPM speaks for all units. */
  others?: ReadonlyMap<string, MetricValues>
  /** Set when only some of the questions were answered; the values that came still count. */
  partial?: string
}

/**
 * One way to ask one entity: a session that is kept open between questions. `ask` settles within its own deadline and
 * soon after `signal` aborts; it rejects with `ProbeError` when nothing usable came, with anything else only when the
 * fault is ours. After a rejection the next `ask` starts with a fresh connection.
 *
 * @example
 * const probe: Probe = openPanosProbe(target)
 * const { values } = await probe.ask(AbortSignal.timeout(5000))
 */
export interface Probe {
  readonly kind: ProbeKind
  ask(signal: AbortSignal): Promise<ProbeAnswer>
  close(): void
}

export type { ProbeFailure }
