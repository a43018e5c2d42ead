import type { MetricValues } from '#ops/health/metrics'
import { ProbeError } from '../errors.ts'
import type { Probe, ProbeAnswer } from '../probe.ts'
import { PanosClient, type PanosTarget } from './client.ts'
import type { PanosCommand } from './commands.ts'
import { PanosError } from './envelope.ts'
import { READERS, type Reading } from './readers.ts'

export type PanosProbeOptions = PanosTarget & {
  /** Time zone of the firewall's clock; its replies tell none. */
  zone?: string
  /** How often licences and interfaces are read, milliseconds. */
  learnEveryMs?: number
  now?: () => number
}

const EVERY_TIME: PanosCommand[] = [
  'system',
  'sessions',
  'load',
  'resources',
  'disks',
  'ha',
  'environment',
  'counters',
]
const RARELY: PanosCommand[] = ['licences', 'interfaces']
const LEARN_EVERY_MS = 15 * 60_000

/**
 * Asks a firewall over its XML API: figures every time, licences and interfaces every quarter of an hour. One command
 * that fails does not lose the others; they come with `partial`, which names it.
 *
 * @example
 * const probe = openPanosProbe({ host: '192.0.2.1', port: 443, fingerprint, key })
 * const { values, learnt } = await probe.ask(AbortSignal.timeout(15_000))
 */
export function openPanosProbe(options: PanosProbeOptions): Probe {
  const client = new PanosClient(options)
  const { zone = 'Europe/Warsaw', learnEveryMs = LEARN_EVERY_MS, now = Date.now } = options
  const closing = new AbortController()
  const kept: Reading = { values: {}, learnt: {} }
  let learntAt = -Infinity
  let before: number | null = null

  async function ask(given: AbortSignal): Promise<ProbeAnswer> {
    const signal = AbortSignal.any([given, closing.signal])
    const due = now() - learntAt >= learnEveryMs
    const context = { zone, now }
    const { readings, failures, at } = await askAll(
      client,
      due ? [...EVERY_TIME, ...RARELY] : EVERY_TIME,
      context,
      signal
    )
    if (!readings.size) throw failures.values().next().value!
    const rare = RARELY.flatMap((command) => readings.get(command) ?? [])
    if (rare.length) Object.assign(kept.values, ...rare.map((one) => one.values))
    if (due && rare.length === RARELY.length) learntAt = now()
    const all = [...readings.values()]
    const values: MetricValues = Object.assign({}, kept.values, ...all.map((one) => one.values))
    const learnt = Object.assign({}, ...all.map((one) => one.learnt))
    const uptime = values.uptime ?? null
    const rebooted = uptime !== null && before !== null && uptime < before
    before = uptime ?? before
    const partial = [...failures].map(([command, { message }]) => `${command}: ${message}`).join('; ')
    return { at, values, learnt, rebooted, ...(partial && { partial }) }
  }

  return { kind: 'panos', ask, close: () => closing.abort() }
}

async function askAll(
  client: PanosClient,
  commands: readonly PanosCommand[],
  context: { zone: string; now: () => number },
  signal: AbortSignal
) {
  const readings = new Map<PanosCommand, Reading>()
  const failures = new Map<PanosCommand, ProbeError>()
  let at = context.now()
  for (const command of commands) {
    try {
      const result = await client.op(command, signal)
      at = context.now()
      readings.set(command, READERS[command](result, { ...context, at }))
    } catch (error) {
      if (!(error instanceof ProbeError)) throw error
      failures.set(command, error)
      if (isFinal(error) || (!readings.size && error.kind !== 'malformed' && !(error instanceof PanosError)))
        break
    }
  }
  const credential = [...failures.values()].find(isFinal)
  if (credential) throw credential
  return { readings, failures, at }
}

/** Wrong key, wrong role for everything, changed certificate: asking on would only lock the account. */
const isFinal = (error: ProbeError) => error.kind === 'authentication'
