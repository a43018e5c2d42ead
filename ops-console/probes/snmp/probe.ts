import { figuresOf } from '#ops/health/figures'
import { elapsed } from '#ops/health/rates'
import type { SnmpSecurity } from '#ops/inventory/device'
import type { Probe, ProbeAnswer } from '#ops/probes/probe'
import { discover, type Learnt } from './discovery.ts'
import { openSnmp } from './open.ts'
import { read, type Reading } from './reading.ts'
import type { SnmpTransport } from './transport.ts'

export interface SnmpProbeTarget {
  host: string
  port: number
  /** Of v2c. */
  community?: string
  /** Makes it v3. */
  user?: SnmpSecurity & { authKey?: string; privKey?: string }
}

export interface SnmpProbeOptions {
  /** One transmission, milliseconds. */
  timeoutMs: number
  attempts: number
  /** Name of the uplink. */
  wan: string
  baselineRxDbm: number | null
  /** What an earlier run learnt; saves the first discovery. */
  learnt?: Learnt | null
}

const LEARN_AGAIN_MS = 3600_000

/**
 * Asks one agent by SNMP: discovery at first and after a change, then counters and gauges of a poll turned into values.
 *
 * @example
 * const probe = openSnmpProbe({ host, port: 161, community }, { timeoutMs: 1000, attempts: 2, wan: 'sfp1', baselineRxDbm: null })
 * const { values } = await probe.ask(AbortSignal.timeout(8000))
 */
export const openSnmpProbe = (target: SnmpProbeTarget, options: SnmpProbeOptions): Probe =>
  new SnmpProbe(target, options)

class SnmpProbe implements Probe {
  readonly kind = 'snmp'
  #target: SnmpProbeTarget
  #options: SnmpProbeOptions
  #transport: SnmpTransport | null = null
  #learnt: Learnt | null
  #learntAt: number
  #previous: Reading | null = null

  constructor(target: SnmpProbeTarget, options: SnmpProbeOptions) {
    this.#target = target
    this.#options = options
    this.#learnt = options.learnt ?? null
    this.#learntAt = 0
  }

  async ask(signal: AbortSignal): Promise<ProbeAnswer> {
    const onAbort = () => this.close()
    signal.addEventListener('abort', onAbort, { once: true })
    try {
      const { timeoutMs, attempts } = this.#options
      this.#transport ??= await openSnmp({ ...this.#target, timeoutMs, attempts })
      return await this.#poll(this.#transport)
    } catch (error) {
      this.#previous = null
      this.close()
      throw error
    } finally {
      signal.removeEventListener('abort', onAbort)
    }
  }

  async #poll(transport: SnmpTransport): Promise<ProbeAnswer> {
    const isNew = !this.#learnt || Date.now() - this.#learntAt > LEARN_AGAIN_MS
    if (isNew) await this.#learn(transport)
    const { wan, baselineRxDbm } = this.#options
    const reading = await read(transport, this.#learnt!, wan)
    const previous = this.#previous
    const { values, interfaces } = figuresOf(previous, reading, wan, baselineRxDbm)
    const rebooted = previous !== null && elapsed(previous, reading).kind === 'reboot'
    if (rebooted || (previous && isOtherwise(previous, reading))) this.#learntAt = 0
    this.#previous = reading
    return {
      ...{ at: reading.at, interfaces, rebooted },
      values,
      ...(isNew && { learnt: this.#learnt as unknown as Record<string, unknown> }),
    }
  }

  async #learn(transport: SnmpTransport) {
    this.#learnt = await discover(transport)
    this.#learntAt = Date.now()
  }

  close() {
    this.#transport?.close()
    this.#transport = null
  }
}

/** New software or other interfaces: what was learnt no longer holds. */
const isOtherwise = (previous: Reading, now: Reading) =>
  previous.software !== now.software || previous.ifTableLastChange !== now.ifTableLastChange
