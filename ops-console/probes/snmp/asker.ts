import { SnmpError } from './errors.ts'
import { SYSTEM } from './oids.ts'
import type { Binding, Exchange, Question, SnmpTarget, SnmpTransport, SnmpValues } from './transport.ts'

// A varbind with a 64-bit counter takes about 30 bytes; 40 of them stay below 1,400 bytes.
const LARGEST_BATCH = 40
// The usual 25 repetitions over-run tables on devices that then time out.
const REPETITIONS = 10
// A device keeps questions in a short queue; more of ours at once would push each other out.
const AT_ONCE = 4
// One lost reply is no proof that a device finds questions of that size too big.
const SURE_AFTER = 2

type Timing = Pick<SnmpTarget, 'timeoutMs' | 'attempts'>

/** Gets and walks over any exchange: batches, halving when a device finds them too big, an end to every walk. */
export class Asker implements SnmpTransport {
  received = 0
  #exchange: Exchange
  #timing: Timing
  #suspicions = 0
  #largest = LARGEST_BATCH
  #repetitions = REPETITIONS
  #batches = new WeakMap<readonly string[], { size: number; batches: string[][] }>()

  constructor(exchange: Exchange, timing: Timing) {
    this.#exchange = exchange
    this.#timing = timing
  }

  get dropped() {
    return this.#exchange.dropped
  }

  get roundTripMs() {
    return this.#exchange.roundTripMs
  }

  /** Values that the agent has not are `absent`; a value missing from the reply is an error (`partial`). */
  async get(oids: readonly string[]): Promise<SnmpValues> {
    const found: SnmpValues = new Map()
    const batches = this.#split(oids)
    for (let from = 0; from < batches.length; from += AT_ONCE) {
      const some = batches.slice(from, from + AT_ONCE)
      await together(some.map((batch) => this.#getBatch(batch, found)))
    }
    const missing = found.size < oids.length ? oids.filter((oid) => !found.has(oid)).length : 0
    if (missing) throw new SnmpError('partial', `${missing} of ${oids.length} values missing`)
    return found
  }

  #split(oids: readonly string[]): string[][] {
    const known = this.#batches.get(oids)
    if (known?.size === this.#largest) return known.batches
    const batches: string[][] = []
    // Of equal size: 53 values are two questions of 27 and 26, not of 40 and 13.
    const size = Math.ceil(oids.length / Math.ceil(oids.length / this.#largest))
    for (let from = 0; from < oids.length; from += size) batches.push(oids.slice(from, from + size))
    this.#batches.set(oids, { size: this.#largest, batches })
    return batches
  }

  async #getBatch(batch: readonly string[], found: SnmpValues): Promise<void> {
    try {
      const question = { type: 'get', oids: batch, repetitions: 0, attempts: this.#timing.attempts } as const
      const bindings = await this.#ask(question)
      for (let i = 0; i < bindings.length; i++) {
        const { oid, value } = bindings[i]
        if (oid === batch[i] || batch.includes(oid)) found.set(oid, value)
      }
      if (batch.length * 2 > this.#largest) this.#suspicions = 0
    } catch (error) {
      if (batch.length === 1 || !isTooBig(error)) throw error
      const half = Math.ceil(batch.length / 2)
      if (this.#isSure(error)) this.#largest = Math.min(this.#largest, half)
      await this.#getBatch(batch.slice(0, half), found)
      await this.#getBatch(batch.slice(half), found)
    }
  }

  /** GETBULK. Stops at the subtree's end, at `limit`, and at an OID that does not increase (a looping agent). */
  async walk(root: string, limit = 500): Promise<SnmpValues> {
    const found: SnmpValues = new Map()
    let last = root
    while (found.size < limit) {
      const bindings = await this.#rows(last)
      if (!bindings.length) return found
      for (const { oid, value, end } of bindings) {
        if (end || !oid.startsWith(`${root}.`)) return found
        if (!isAfter(oid, last)) throw new SnmpError('partial', `OID not increasing below ${root}`)
        last = oid
        found.set(oid, value)
        if (found.size === limit) break
      }
    }
    return found
  }

  async #rows(after: string): Promise<Binding[]> {
    const repetitions = this.#repetitions
    try {
      return await this.#ask({ type: 'bulk', oids: [after], repetitions, attempts: this.#timing.attempts })
    } catch (error) {
      if (repetitions === 1 || !isTooBig(error)) throw error
      this.#repetitions = Math.floor(repetitions / 2)
      const rows = await this.#rows(after)
      if (!this.#isSure(error)) this.#repetitions = repetitions
      return rows
    }
  }

  /** The device said so, or was silent to large questions again and again while small ones were answered. */
  #isSure(error: unknown): boolean {
    if (error instanceof SnmpError && error.kind === 'refused') return true
    return ++this.#suspicions >= SURE_AFTER
  }

  async #ask(question: Question): Promise<Binding[]> {
    const small = question.oids.length === 1 && question.repetitions <= 1
    const canary = small || question.attempts === 1 ? null : this.#canary()
    try {
      const bindings = await this.#exchange.ask(question)
      this.received += bindings.length
      return bindings
    } catch (error) {
      const silent = error instanceof SnmpError && error.kind === 'no_answer'
      if (silent && canary?.answered) throw new SnmpError('no_answer', error.message, true)
      throw error
    } finally {
      clearTimeout(canary?.timer)
    }
  }

  /** While a large question is repeated, a small one goes beside it: silence to both is silence of the device. */
  #canary() {
    const canary = { answered: false, timer: undefined as NodeJS.Timeout | undefined }
    const question = { type: 'get', oids: [SYSTEM.uptime], repetitions: 0, attempts: 1 } as const
    canary.timer = setTimeout(() => {
      this.#exchange.ask(question).then(
        () => (canary.answered = true),
        () => {}
      )
    }, this.#timing.timeoutMs)
    return canary
  }

  close() {
    this.#exchange.close()
  }
}

/** Waits for all, also after a failure, so that nothing goes on behind the caller's back; then throws the first. */
async function together(work: Promise<void>[]) {
  const failed = (await Promise.allSettled(work)).find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}

const isTooBig = (error: unknown) => error instanceof SnmpError && error.tooBig

/** Lexicographic order of OIDs (RFC 3416, section 4.2.2). */
export function isAfter(oid: string, other: string): boolean {
  const [a, b] = [oid.split('.'), other.split('.')]
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) return Number(a[i]) > Number(b[i])
  }
  return a.length > b.length
}
