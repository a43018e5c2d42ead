import { kebabToCamel, PROTOCOL_FAULT } from './fault_names.ts'

type ProtocolFaults = { [name: `${string}.${string}`]: boolean | number | undefined }

/** What can be wrong with a simulated device. Several may hold at once; those with a dot belong to other protocols. */
export interface Faults extends ProtocolFaults {
  /** No power: the device is silent, and so is everything behind it. */
  stopped?: boolean
  /** The whole building has no power; its devices restart when it ends. */
  powerOff?: boolean
  /** The fibre is cut: the terminal and everything behind it are out of reach, but run on. */
  linkDown?: boolean
  /** The agent says nothing; the device goes on forwarding. */
  mute?: boolean
  slowMs?: number
  dropPercent?: number
  /** Loss for the device and everything behind it, percent, with errors on its interfaces. */
  brownOut?: number
  /** Out of reach for the second half of every so many seconds. */
  flapping?: number
  /** 1 bad length, 2 truncated, 3 unknown tag, 4 empty; `true`: all in turn. */
  malformed?: boolean | number
  /** Answers come from another port. */
  foreign?: boolean
  wrongRequestId?: boolean
  duplicate?: boolean
  /** Every answer comes once more after so many milliseconds. */
  lateMs?: number
  /** Older software: PAN objects do not exist. */
  noPan?: boolean
  noSuchObject?: boolean
  genErr?: boolean
  /** Answers `tooBig` to more than so many values. */
  mostValues?: number
  /** Says nothing to questions for more than so many values. */
  silentAbove?: number
  notIncreasing?: boolean
  counters32?: boolean
  hugeCounters?: boolean
  wrongDigest?: boolean
  unknownUser?: boolean
  clockSkewS?: number
  highCpu?: boolean
  manySessions?: boolean
  /** Received light, dB below what was accepted. */
  opticalLossDb?: number
  /** Received light falls by so many dB an hour. */
  opticalDecayDb?: number
  emptyCage?: boolean
  uplinkDown?: boolean
}

/** Things that happen once. */
export type Incident = (typeof INCIDENTS)[number]

export type FaultCommand =
  { fault: keyof Faults; value?: number | boolean } | { fault: Incident | 'clear' } | { clear: keyof Faults }

/** Faults with a number and what it is when none is given. */
export const NUMBERS = {
  slowMs: 1500,
  dropPercent: 5,
  brownOut: 20,
  flapping: 60,
  lateMs: 700,
  mostValues: 8,
  silentAbove: 8,
  clockSkewS: 300,
  opticalLossDb: 4.2,
  opticalDecayDb: 1,
} as const
export const FLAGS = [
  'stopped',
  'powerOff',
  'linkDown',
  'mute',
  'malformed',
  'foreign',
  'wrongRequestId',
  'duplicate',
  'noPan',
  'noSuchObject',
  'genErr',
  'notIncreasing',
  'counters32',
  'hugeCounters',
  'wrongDigest',
  'unknownUser',
  'highCpu',
  'manySessions',
  'emptyCage',
  'uplinkDown',
] as const
export const INCIDENTS = [
  'counter_reset',
  'wrap32',
  'uptime_wrap',
  'reboot',
  'renumber',
  'engine_boots_jump',
] as const

/**
 * Reads a command from the control interface; null when it is none. Names may be written in kebab-case.
 *
 * @example faultCommand({ fault: 'link-down' }) // { fault: 'linkDown', value: true }
 * @example faultCommand({ fault: 'panos.stallMs', value: 30000 })
 */
export function faultCommand(body: unknown): FaultCommand | null {
  if (typeof body !== 'object' || body === null || !('fault' in body)) return null
  const { fault, value } = body as { fault: unknown; value?: unknown }
  if (typeof fault !== 'string') return null
  if (fault === 'clear') return { fault }
  if (PROTOCOL_FAULT.test(fault)) return passedOn(fault as keyof Faults, value)
  const name = kebabToCamel(fault)
  const incident = INCIDENTS.find((one) => one === fault || kebabToCamel(one) === name)
  if (incident) return { fault: incident }
  const known = Object.hasOwn(NUMBERS, name) || (FLAGS as readonly string[]).includes(name)
  if (!known) return null
  if (value === false) return { clear: name as keyof Faults }
  const given = typeof value === 'number' && Number.isFinite(value) ? value : undefined
  const usual = NUMBERS[name as keyof typeof NUMBERS]
  if (usual !== undefined) return { fault: name as keyof Faults, value: given ?? usual }
  return { fault: name as keyof Faults, value: name === 'malformed' && given ? given : true }
}

function passedOn(fault: keyof Faults, value: unknown): FaultCommand | null {
  if (value === false) return { clear: fault }
  if (value === undefined || value === true) return { fault, value: true }
  return typeof value === 'number' && Number.isFinite(value) ? { fault, value } : null
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
