import type { ProbeFailure } from '#ops/probes/errors'
import type { ProbeKind } from '#ops/probes/probe'

/** What one way of asking brought. Carries no secret. */
export interface TestAnswer {
  way: ProbeKind
  answered: boolean
  failure: ProbeFailure | null
  /** The probe's own words, for the expert. */
  detail: string | null
  /** SHA-256 of the certificate shown, when none is pinned yet. */
  fingerprint: string | null
  name: string | null
  model: string | null
  serial: string | null
  software: string | null
  ms: number
}
