import { union, type Interval } from './intervals.ts'

export interface Transition {
  /** Milliseconds. Of UNKNOWN for silence: the first failed probe. */
  at: number
  became: string
  /** Code of the fact. */
  fact: string | null
}

export interface Outages {
  /** Silence that became hard: first failed probe to first good one. */
  down: Interval[]
  /** Silence because every way to the link was cut: the city's side. */
  cutOff: Interval[]
  /** Nothing could be said: not asked, not readable, or the console itself saw nothing. */
  unknown: Interval[]
  maintenance: Interval[]
}

type Kind = keyof Outages

/** Silence that neither ended nor became hard for so long was the console's own blindness. */
const SOFT_AT_MOST_MS = 5 * 60_000

/**
 * Reads outages from an entity's transitions in order of time; what still lasts ends at `until`. A soft failure that
 * passes is no outage.
 */
export function readOutages(transitions: readonly Transition[], until: number): Outages {
  const found: Outages = { down: [], cutOff: [], unknown: [], maintenance: [] }
  let open: { kind: Kind; from: number } | null = null
  let softSince: number | null = null
  const close = (at: number) => {
    if (open) found[open.kind].push({ from: open.from, to: at })
    open = null
  }
  const closeSoft = (at: number) => {
    if (softSince !== null && at - softSince > SOFT_AT_MOST_MS)
      found.unknown.push({ from: softSince, to: at })
    softSince = null
  }
  for (const { at, became, fact } of transitions) {
    const kind = kindOf(became, fact)
    const silent = kind === 'down' || kind === 'cutOff'
    const from: number = silent && softSince !== null ? softSince : at
    if (silent) softSince = null
    else closeSoft(at)
    close(from)
    if (kind === 'soft') softSince = at
    else if (kind) open = { kind, from }
  }
  closeSoft(until)
  close(until)
  return {
    down: union(found.down),
    cutOff: union(found.cutOff),
    unknown: union(found.unknown),
    maintenance: union(found.maintenance),
  }
}

function kindOf(became: string, fact: string | null): Kind | 'soft' | null {
  if (became === 'DOWN') return 'down'
  if (became === 'UNREACHABLE') return 'cutOff'
  if (became === 'MAINTENANCE') return 'maintenance'
  if (became === 'DISABLED') return 'unknown'
  if (became === 'UNKNOWN') return fact === 'not_answering' ? 'soft' : 'unknown'
  return null
}
