import type { ProbeFailure } from '#ops/probes/errors'
import type { CheckMemory } from './checks.ts'
import type { DriftMemory } from './drift.ts'
import type { MetricValues } from './metrics.ts'
import type { ThresholdMemory } from './thresholds.ts'

export type EntityState = 'UP' | 'DEGRADED' | 'DOWN' | 'UNREACHABLE' | 'UNKNOWN' | 'MAINTENANCE' | 'DISABLED'

/** Why a device is in its state; `code` ends the message key `ops-console.fact.<code>`. */
export interface Fact {
  code: string
  params: Record<string, string | number | null>
}

/** What one poll brought. `not_measured` is a failure of ours and says nothing about the device. */
export type PollResult =
  | { kind: 'answered'; values: MetricValues; rebooted: boolean; partial?: string }
  /** `final`: asking again would do harm, so the first failure counts for all. */
  | { kind: 'failed'; reason: ProbeFailure; final?: boolean }
  | { kind: 'not_measured' }

/** What is known around the device at that moment. */
export interface Surroundings {
  disabled: boolean
  maintenance: boolean
  /** So many devices fell silent at once that our own way out is suspected. */
  blind: boolean
  /** Every way to the device leads through something that is down or in maintenance. */
  parentsDown: boolean
  /** Something above may be out as well and has not shown yet; the verdict waits. */
  undecided?: boolean
}

export interface Rules {
  /** Failed polls in a row until silence counts as down. */
  failuresToDown: number
  /** Good polls in a row until down counts as over. */
  goodsToUp: number
}

export const RULES: Rules = { failuresToDown: 3, goodsToUp: 2 }

/** All the pipeline must remember of a device; plain JSON, kept across restarts. Times in milliseconds. */
export interface DeviceMemory {
  state: EntityState
  since: number
  fact: Fact | null
  failures: number
  goods: number
  /** Begin of the outage that people are told. */
  firstFailureAt: number | null
  /** When the present row of failures began; later than the outage when a way to the device opened again. */
  suspectAt: number | null
  lastAnswerAt: number | null
  history: number[]
  flapping: boolean
  /** By rule, or rule and interface (`interface_errors@sfp1`); what is calm is left out. */
  thresholds: Record<string, ThresholdMemory>
  /** Secondary probes by kind. */
  checks: Record<string, CheckMemory>
  drift?: DriftMemory
}

export function fresh(now: number): DeviceMemory {
  return {
    state: 'UNKNOWN',
    since: now,
    fact: { code: 'never_asked', params: {} },
    failures: 0,
    goods: 0,
    firstFailureAt: null,
    suspectAt: null,
    lastAnswerAt: null,
    history: [],
    flapping: false,
    thresholds: {},
    checks: {},
  }
}
