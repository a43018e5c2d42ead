import type { SnmpFailure } from '#ops/probes/snmp/errors'
import type { Figures } from './figures.ts'
import type { ThresholdMemory } from './thresholds.ts'

export type EntityState = 'UP' | 'DEGRADED' | 'DOWN' | 'UNREACHABLE' | 'UNKNOWN' | 'MAINTENANCE' | 'DISABLED'

/** Why a device is in its state; `code` ends the message key `ops-console.fact.<code>`. */
export interface Fact {
  code: string
  params: Record<string, string | number | null>
}

/** What one poll brought. `not_measured` is a failure of ours and says nothing about the device. */
export type PollResult =
  | { kind: 'answered'; figures: Figures; rebooted: boolean }
  | { kind: 'failed'; reason: SnmpFailure }
  | { kind: 'not_measured' }

/** What is known around the device at that moment. */
export interface Surroundings {
  disabled: boolean
  maintenance: boolean
  /** So many devices fell silent at once that our own way out is suspected. */
  blind: boolean
  /** Every way to the device leads through something that is down or in maintenance. */
  parentsDown: boolean
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
  firstFailureAt: number | null
  lastAnswerAt: number | null
  history: number[]
  flapping: boolean
  thresholds: Record<string, ThresholdMemory>
}

export function fresh(now: number): DeviceMemory {
  return {
    state: 'UNKNOWN',
    since: now,
    fact: { code: 'never_asked', params: {} },
    failures: 0,
    goods: 0,
    firstFailureAt: null,
    lastAnswerAt: null,
    history: [],
    flapping: false,
    thresholds: {},
  }
}
