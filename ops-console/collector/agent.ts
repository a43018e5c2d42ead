import { figuresOf, type Measured } from '#ops/health/figures'
import { elapsed } from '#ops/health/rates'
import type { PollResult } from '#ops/health/states'
import { discover, type Learnt } from '#ops/probes/snmp/discovery'
import { SnmpError } from '#ops/probes/snmp/errors'
import { read, type Reading } from '#ops/probes/snmp/reading'
import { openSnmp } from '#ops/probes/snmp/open'
import type { SnmpTransport } from '#ops/probes/snmp/transport'
import type { RosterEntry } from './roster.ts'

export interface AgentTiming {
  timeoutMs: number
  attempts: number
}

const LEARN_AGAIN_MS = 3600_000

/** One device being asked: its session, what was learnt of it, and the last reading as the start of the next interval. */
export class Agent {
  #entry: RosterEntry
  #timing: AgentTiming
  #transport: SnmpTransport | null = null
  #learntAt = 0
  #previous: Reading | null = null
  learnt: Learnt | null = null

  constructor(entry: RosterEntry, timing: AgentTiming) {
    this.#entry = entry
    this.#timing = timing
  }

  /** Asks once. Failures of the device are results; failures of ours (`not_measured`) too. */
  async ask(signal: AbortSignal): Promise<{ result: PollResult; measured: Measured | null }> {
    const { target } = this.#entry
    if (!target) return { result: { kind: 'not_measured' }, measured: null }
    const onAbort = () => this.close()
    signal.addEventListener('abort', onAbort, { once: true })
    try {
      this.#transport ??= await openSnmp({ ...target, ...this.#timing })
      return await this.#poll(this.#transport)
    } catch (error) {
      this.#previous = null
      if (!(error instanceof SnmpError)) throw error
      return { result: { kind: 'failed', reason: error.kind }, measured: null }
    } finally {
      signal.removeEventListener('abort', onAbort)
    }
  }

  async #poll(transport: SnmpTransport) {
    if (!this.learnt || Date.now() - this.#learntAt > LEARN_AGAIN_MS) await this.#learn(transport)
    const reading = await read(transport, this.learnt!, this.#entry.wan)
    const previous = this.#previous
    const measured = figuresOf(previous, reading, this.#entry.wan, this.#entry.baselineRxDbm)
    const rebooted = previous !== null && elapsed(previous, reading).kind === 'reboot'
    if (rebooted || (previous && isOtherwise(previous, reading))) this.#learntAt = 0
    this.#previous = reading
    return { result: { kind: 'answered', figures: measured.figures, rebooted } as const, measured }
  }

  async #learn(transport: SnmpTransport) {
    this.learnt = await discover(transport)
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
