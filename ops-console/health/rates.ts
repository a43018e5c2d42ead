import type { InterfaceCounters, Reading } from '#ops/probes/snmp/reading'

const WRAP32 = 2n ** 32n
const TICKS_IN_WRAP = 2 ** 32
/** Slack around a wrap of sysUpTime, 1/100 s. */
const WRAP_SLACK = 1000
/** Assumed for an interface that does not tell its speed, Mbit/s. */
const ASSUMED_MBPS = 1000
/** A counter may run this much ahead of the line: agents refresh their tables when they like. */
const LINE_TOLERANCE = 1.05

export type Elapsed =
  | { kind: 'steady'; seconds: number; suspect: boolean }
  | { kind: 'reboot' }
  /** The agent's clock stood still: it served an old copy. */
  | { kind: 'stale' }

type Clock = Pick<Reading, 'at' | 'uptime' | 'engineBoots'>

/**
 * Time between two readings by the agent's own clock. Uptime that falls is a wrap after 497 days only when it was
 * within one interval of it and the engine has not booted since (RFC 3411); otherwise the device restarted.
 */
export function elapsed(previous: Clock, now: Clock): Elapsed {
  const wall = (now.at - previous.at) / 1000
  if (booted(previous, now)) return { kind: 'reboot' }
  if (previous.uptime === null || now.uptime === null) return steady(wall, wall)
  if (now.uptime > previous.uptime) return steady((now.uptime - previous.uptime) / 100, wall)
  if (now.uptime === previous.uptime) return { kind: 'stale' }
  const wraps = previous.uptime + wall * 100 + WRAP_SLACK >= TICKS_IN_WRAP
  if (!wraps) return { kind: 'reboot' }
  return steady((now.uptime + TICKS_IN_WRAP - previous.uptime) / 100, wall)
}

const booted = (previous: Clock, now: Clock) =>
  previous.engineBoots !== null && now.engineBoots !== null && previous.engineBoots !== now.engineBoots

function steady(seconds: number, wall: number): Elapsed {
  return { kind: 'steady', seconds, suspect: Math.abs(seconds - wall) > 0.1 * wall }
}

export interface InterfaceRate {
  name: string
  up: boolean | null
  speedMbps: number
  /** Bits per second; null says "not known", never nothing. */
  inBps: number | null
  outBps: number | null
  /** Frames in the interval; left out where the agent does not count them. */
  inErrors?: number | null
  outErrors?: number | null
  inDiscards?: number | null
  outDiscards?: number | null
}

const FRAMES = ['inErrors', 'outErrors', 'inDiscards', 'outDiscards'] as const

/** Rates of all interfaces of a reading; without a usable interval every rate is null. */
export function interfaceRates(previous: Reading | null, now: Reading): InterfaceRate[] {
  const time = previous && elapsed(previous, now)
  const before = new Map(previous?.interfaces.map((one) => [one.name, one]))
  return now.interfaces.map((one) => {
    const { name, up, speedMbps } = one
    const was = before.get(name)
    const usable = time?.kind === 'steady' && was !== undefined && isSameSeries(was, one)
    const rate = (field: 'in' | 'out') => (usable ? bitRate(was, one, field, time.seconds) : null)
    return {
      name,
      up,
      speedMbps,
      inBps: rate('in'),
      outBps: rate('out'),
      ...frames(usable ? was : null, one),
    }
  })
}

/** False after a renumbering, a change of counter width or an announced discontinuity: the interval is dropped. */
function isSameSeries(was: InterfaceCounters, now: InterfaceCounters) {
  return was.index === now.index && was.bits === now.bits && was.discontinuity === now.discontinuity
}

function bitRate(was: InterfaceCounters, now: InterfaceCounters, field: 'in' | 'out', seconds: number) {
  const [before, after] = [was[field], now[field]]
  if (before === null || after === null || seconds <= 0) return null
  if (now.bits === 64) return bitRate64(before, after, seconds, now.speedMbps)
  return bitRate32(before, after, seconds, now.speedMbps || ASSUMED_MBPS)
}

/**
 * A 64-bit counter that fell was reset, never wrapped. One that ran far ahead of the line jumped: a driver that loads
 * its old counters after a restart looks so.
 */
function bitRate64(before: bigint, after: bigint, seconds: number, mbps: number) {
  if (after < before) return null
  const rate = (Number(after - before) * 8) / seconds
  // A short interval may hold what the agent counted over a longer one of its own.
  const most = mbps * 1e6 * (seconds < 30 ? 3 : 1.5)
  return mbps && rate > most ? null : rate
}

/** 32-bit octets are refused when the line could have wrapped them unseen (34 s at 1 Gbit/s). */
function bitRate32(before: bigint, after: bigint, seconds: number, mbps: number) {
  if (seconds >= (TICKS_IN_WRAP * 8) / (mbps * 1e6)) return null
  const rate = (Number(grown32(before, after)) * 8) / seconds
  return rate > mbps * 1e6 * LINE_TOLERANCE ? null : rate
}

const grown32 = (before: bigint, after: bigint) =>
  after >= before ? after - before : after + WRAP32 - before

/**
 * Frames counted in the interval. These counters are 32 bits wide: one that fell has wrapped when it stood close below
 * the end, and was reset otherwise.
 */
function frames(was: InterfaceCounters | null, now: InterfaceCounters) {
  const counted = FRAMES.filter((key) => now[key] !== undefined)
  return Object.fromEntries(counted.map((key) => [key, framesBetween(was?.[key] ?? null, now[key] ?? null)]))
}

function framesBetween(before: bigint | null, after: bigint | null): number | null {
  if (before === null || after === null) return null
  if (after < before && before < WRAP32 / 2n) return null
  return Number(grown32(before, after))
}

/** Share of the line in percent; null for an interface without a speed. */
export function utilisation(bps: number | null, speedMbps: number): number | null {
  return bps === null || speedMbps === 0 ? null : (bps / (speedMbps * 1e6)) * 100
}
