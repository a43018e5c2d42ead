import { STAGES } from '#ops/domain/link_states'
import type { LinkState } from '#ops/inventory/link'

/** What is known of a link when somebody wants to take it further. */
export interface LinkEvidence {
  hasAsBuilt: boolean
  hasCabinetPhoto: boolean
  /** Result of the latest protocol. */
  protocol: 'accepted' | 'accepted_with_defects' | 'rejected' | null
  openBlockingDefects: number
  /** Of the latest test run. */
  testsPassed: boolean
  testsRunning: boolean
}

/** Why a step is not allowed; ends the message key `ops-console.rollout.refused.<reason>`. */
export type Refusal =
  | 'no_such_step'
  | 'no_cabinet_photo'
  | 'no_documentation'
  | 'no_protocol'
  | 'protocol_rejected'
  | 'blocking_defects'
  | 'tests_not_passed'
  | 'tests_running'

const FORWARD: Partial<Record<LinkState, readonly LinkState[]>> = {
  planned: ['route_agreed'],
  route_agreed: ['cabinet_installed'],
  cabinet_installed: ['documented'],
  documented: ['protocol_signed'],
  protocol_signed: ['testing'],
  testing: ['tests_passed'],
  tests_passed: ['active'],
  active: [],
}

/**
 * States a link may go to from where it is. `resumes` is the stage it left for `rework` or `suspended`. Back to testing is
 * possible from later stages, because a defect found there must be proven mended.
 */
export function nextStates(state: LinkState, resumes: LinkState | null): LinkState[] {
  if (state === 'decommissioned') return []
  if (state === 'suspended') return [...(resumes ? [resumes] : ['planned' as const]), 'decommissioned']
  if (state === 'rework')
    return ['documented', ...(resumes && resumes !== 'documented' ? [resumes] : []), 'suspended']
  const back: LinkState[] = state === 'tests_passed' || state === 'active' ? ['testing'] : []
  const rework: LinkState[] = ['documented', 'protocol_signed', 'testing', 'tests_passed'].includes(state)
    ? ['rework']
    : []
  return [...(FORWARD[state] ?? []), ...back, ...rework, 'suspended', 'decommissioned']
}

/** Null: the step is allowed. */
export function refusal(
  from: LinkState,
  to: LinkState,
  resumes: LinkState | null,
  evidence: LinkEvidence
): Refusal | null {
  if (!nextStates(from, resumes).includes(to)) return 'no_such_step'
  if (evidence.testsRunning && to !== 'suspended' && to !== 'rework') return 'tests_running'
  if (to === 'cabinet_installed' && !evidence.hasCabinetPhoto) return 'no_cabinet_photo'
  if (['documented', 'testing', 'tests_passed', 'active'].includes(to) && !evidence.hasAsBuilt)
    return 'no_documentation'
  if (['protocol_signed', 'testing', 'active'].includes(to)) {
    if (evidence.protocol === null) return 'no_protocol'
    if (evidence.protocol === 'rejected') return 'protocol_rejected'
  }
  if ((to === 'tests_passed' || to === 'active') && !evidence.testsPassed) return 'tests_not_passed'
  return to === 'active' && evidence.openBlockingDefects > 0 ? 'blocking_defects' : null
}

/** How far a link is, 0 … 1; a side state counts as the stage it left. */
export function progressOf(state: LinkState, resumes: LinkState | null): number {
  const stage = (STAGES as readonly LinkState[]).indexOf(state)
  if (stage >= 0) return stage / (STAGES.length - 1)
  return resumes ? progressOf(resumes, null) : 0
}
