import { figuresOf } from '#ops/health/figures'
import type { MetricValues } from '#ops/health/metrics'
import { ProbeError, type ProbeFailure } from '#ops/probes/errors'
import { discover, type Learnt } from '#ops/probes/snmp/discovery'
import { openSnmp } from '#ops/probes/snmp/open'
import { read, type Reading } from '#ops/probes/snmp/reading'
import type { SnmpTransport } from '#ops/probes/snmp/transport'
import type { Target } from './targets.ts'

export interface PollTiming {
  timeoutMs: number
  attempts: number
}

/** `unknown_host`: the name has no address. */
export type PollFailure = ProbeFailure | 'unknown_host'

export type Polled =
  { values: MetricValues; learnt: Learnt; received: number } | { error: PollFailure; received: number }

/** One agent of a list: what it is made of is learnt at the first poll, counters become rates from the second on. */
export class PolledAgent {
  readonly target: Target
  #timing: PollTiming
  #transport: SnmpTransport | null = null
  #learnt: Learnt | null = null
  #previous: Reading | null = null
  #heardBefore = 0

  constructor(target: Target, timing: PollTiming) {
    this.target = target
    this.#timing = timing
  }

  /** Learns what there is to ask. @returns why it did not succeed, null when it did */
  async learn(): Promise<PollFailure | null> {
    try {
      this.#transport ??= await openSnmp({ ...this.target, ...this.#timing })
      this.#learnt = await discover(this.#transport)
      return null
    } catch (error) {
      return failureOf(error)
    }
  }

  /** Nothing was heard of it since the latest `learn` or `poll` began. */
  get isSilent() {
    return (this.#transport?.received ?? 0) === this.#heardBefore
  }

  get known() {
    return this.#learnt !== null
  }

  /** Asks once; `received` counts the values of the replies. */
  async poll(): Promise<Polled> {
    const before = this.#transport?.received ?? 0
    const received = () => (this.#transport?.received ?? 0) - before
    this.#heardBefore = before
    try {
      const failure = this.#learnt ? null : await this.learn()
      if (failure) return { error: failure, received: received() }
      const [transport, learnt] = [this.#transport!, this.#learnt!]
      const uplink = uplinkOf(learnt)
      const reading = await read(transport, learnt, uplink)
      const { values } = figuresOf(this.#previous, reading, uplink, null)
      this.#previous = reading
      return { values, learnt, received: received() }
    } catch (error) {
      this.#previous = null
      return { error: failureOf(error), received: received() }
    }
  }

  close() {
    this.#transport?.close()
    this.#transport = null
  }
}

const uplinkOf = ({ interfaces }: Learnt) => interfaces.find(({ up }) => up)?.name ?? ''

function failureOf(error: unknown): PollFailure {
  if (error instanceof ProbeError) return error.kind
  if ((error as NodeJS.ErrnoException).syscall === 'getaddrinfo') return 'unknown_host'
  throw error
}
