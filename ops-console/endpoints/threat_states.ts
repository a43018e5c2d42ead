/** The way of a threat case (specification, section 1). */
export const THREAT_STATES = [
  'open',
  'investigating',
  'contained',
  'cleaned',
  'false_positive',
  'closed',
] as const
export type ThreatState = (typeof THREAT_STATES)[number]

const NEXT: Record<ThreatState, readonly ThreatState[]> = {
  open: ['investigating'],
  investigating: ['contained', 'false_positive'],
  contained: ['cleaned', 'false_positive'],
  cleaned: ['closed', 'investigating'],
  false_positive: ['closed', 'investigating'],
  closed: [],
}

/** Why a step is not allowed; ends the message key `ops-console.endpoints.threat.refused.<reason>`. */
export type ThreatRefusal = 'no_such_step' | 'still_infected'

/** States a case may go to from where it is. */
export const nextThreatStates = (state: ThreatState): readonly ThreatState[] => NEXT[state]

/** Null: the step is allowed. A case is not cleaned while the server still calls its computer infected. */
export function threatRefusal(from: ThreatState, to: ThreatState, infected: boolean): ThreatRefusal | null {
  if (!NEXT[from].includes(to)) return 'no_such_step'
  return to === 'cleaned' && infected ? 'still_infected' : null
}
