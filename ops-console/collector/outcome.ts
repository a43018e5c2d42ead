import type { PollResult } from '#ops/health/states'
import { ProbeError } from '#ops/probes/errors'
import type { Probe, ProbeAnswer } from '#ops/probes/probe'

/** What one question brought: for the rules a result, and the whole answer if there was one. */
export interface Outcome {
  result: PollResult
  answer: ProbeAnswer | null
}

/** Nobody was asked, and nothing is known of the entity. */
export const NOT_MEASURED: Outcome = { result: { kind: 'not_measured' }, answer: null }

/** Asks once. Failures of the device are results; what is our own fault is thrown. */
export async function askProbe(probe: Probe, signal: AbortSignal): Promise<Outcome> {
  try {
    return outcomeOf(await probe.ask(signal))
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error
    return { result: { kind: 'failed', reason: error.kind }, answer: null }
  }
}

export function outcomeOf(answer: ProbeAnswer): Outcome {
  const { values, rebooted = false, partial } = answer
  return { result: { kind: 'answered', values, rebooted, partial }, answer }
}
