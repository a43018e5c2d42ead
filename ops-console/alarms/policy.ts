import type { Severity } from '#ops/health/thresholds'

/** `supplier`: whoever answers for that kind of entity; `managers`: contacts of that role. */
export type Target =
  | { type: 'rota'; id: string }
  | { type: 'contact'; id: string }
  | { type: 'email'; address: string }
  | { type: 'webhook'; id: string }
  | { type: 'supplier' }
  | { type: 'managers' }

export interface Step {
  /** From the beginning of the episode. */
  afterMinutes: number
  targets: Target[]
}

/** Who is told of what, and of whom next while nobody acknowledges. The first that fits counts. */
export interface Policy {
  id: string
  name: string
  minSeverity: Severity
  /** Kinds of entities and checks it is for; none: all. */
  kinds: string[]
  checks: string[]
  steps: Step[]
}

interface Judged {
  severity: Severity
  kind: string | null
  check: string
}

export const policyFor = (policies: readonly Policy[], { severity, kind, check }: Judged): Policy | null =>
  policies.find(
    (policy) =>
      (policy.minSeverity === 'warning' || severity === 'critical') &&
      (!policy.kinds.length || policy.kinds.includes(kind ?? '')) &&
      (!policy.checks.length || policy.checks.includes(check))
  ) ?? null

/** The contractor who answers for an entity (acceptance protocols and contracts of 2019). */
export function supplierOf(kind: string | null): string | null {
  if (kind === 'cpe') return 'NETTE'
  if (kind === 'edge' || kind === 'switch') return 'APIUS'
  if (kind === 'endpoints' || kind === 'sepm') return 'Comtegra'
  return null
}

export interface Standing {
  episodeAt: Date
  /** Last step taken; -1: none. */
  step: number
  acknowledged: boolean
}

/**
 * Steps to be taken now, by their number. The first is never withheld from those who must know; an acknowledgement
 * stops those that follow.
 */
export function dueSteps(
  steps: readonly Step[],
  { episodeAt, step, acknowledged }: Standing,
  now: Date
): number[] {
  return steps.flatMap(({ afterMinutes }, number) => {
    if (number <= step || (acknowledged && number > 0)) return []
    return now.getTime() >= episodeAt.getTime() + afterMinutes * 60_000 ? [number] : []
  })
}
