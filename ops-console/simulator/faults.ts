/** What can be wrong with a simulated device. Several may hold at once. */
export interface Faults {
  /** The socket is closed, as if the power was off. */
  stopped?: boolean
  /** Listens and says nothing. */
  mute?: boolean
  slowMs?: number
  dropPercent?: number
  malformed?: boolean
  /** Answers come from another port. */
  foreign?: boolean
  /** Older software: PAN objects do not exist. */
  noPan?: boolean
  /** Answers `tooBig` to more than so many values. */
  mostValues?: number
  highCpu?: boolean
  manySessions?: boolean
  /** Received light, dB below what was accepted. */
  opticalLossDb?: number
  uplinkDown?: boolean
  /** Of the servers of other protocols, `<protocol>.<fault>`. */
  [protocol: `${string}.${string}`]: boolean | number | undefined
}

/** Things that happen once. */
export type Incident = 'counter_reset' | 'reboot' | 'renumber'

export type FaultCommand = { fault: keyof Faults; value?: number | boolean } | { fault: Incident | 'clear' }

const NUMBERS: Partial<Record<keyof Faults, number>> = {
  slowMs: 1500,
  dropPercent: 30,
  mostValues: 8,
  opticalLossDb: 4.2,
}
const FLAGS: (keyof Faults)[] = [
  'stopped',
  'mute',
  'malformed',
  'foreign',
  'noPan',
  'highCpu',
  'manySessions',
  'uplinkDown',
]
const INCIDENTS: Incident[] = ['counter_reset', 'reboot', 'renumber']

/** Reads a command from the control interface; null when it is none. */
export function faultCommand(body: unknown): FaultCommand | null {
  if (typeof body !== 'object' || body === null || !('fault' in body)) return null
  const { fault, value } = body as { fault: string; value?: unknown }
  if (fault === 'clear' || INCIDENTS.includes(fault as Incident)) return { fault: fault as Incident }
  if (FLAGS.includes(fault as keyof Faults)) return { fault: fault as keyof Faults, value: value !== false }
  if (/^[a-z]+\.[a-zA-Z0-9]+$/.test(fault)) {
    const number = typeof value === 'number' && Number.isFinite(value)
    return { fault: fault as keyof Faults, value: number ? value : value !== false }
  }
  if (!Object.hasOwn(NUMBERS, fault)) return null
  const given = typeof value === 'number' && Number.isFinite(value) ? value : undefined
  return { fault: fault as keyof Faults, value: given ?? NUMBERS[fault as keyof Faults] }
}

/**
 * Faults that the wall shows from the beginning: two warnings, one device down, one weak fibre; always the same ones.
 */
export function seededFaults(keys: readonly string[]): Map<string, Faults> {
  const seeds: Faults[] = [{ highCpu: true }, { manySessions: true }, { mute: true }, { opticalLossDb: 4.2 }]
  if (keys.length < 20) return new Map()
  return new Map(
    seeds.map((faults, i) => [keys[Math.floor(((i + 0.5) * keys.length) / seeds.length)], faults])
  )
}
