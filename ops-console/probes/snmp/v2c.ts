import { SnmpError, statusError } from './errors.ts'
import { templateOf, type Template } from './question.ts'
import { isOf, readValues, type Reply } from './reply.ts'
import type { Binding, Dropped, Exchange, Question, SnmpTarget } from './transport.ts'
import { wireFor, type Wire } from './wire.ts'

/** SNMP v2c of one device over shared sockets: snmp-native writes the questions, `reply.ts` reads the answers. */
export class V2cExchange implements Exchange {
  readonly dropped: Dropped = { foreign: 0, malformed: 0 }
  roundTripMs: number | null = null
  #wire: Wire
  #target: SnmpTarget
  #community: Buffer
  #templates = new WeakMap<readonly string[], Template>()
  #open = new Set<() => void>()
  #unwatch: () => void
  #closed = false

  /** `target.host` is an IP address. */
  constructor(target: SnmpTarget) {
    const { host, port, community = '' } = target
    this.#wire = wireFor(host.includes(':') ? 6 : 4)
    this.#target = target
    this.#community = Buffer.from(community)
    this.#unwatch = this.#wire.watch(host, port, () => this.dropped.malformed++)
  }

  ask(question: Question): Promise<Binding[]> {
    if (this.#closed) return Promise.reject(new SnmpError('no_answer', 'Closed'))
    return new Promise((resolve, reject) => this.#send(question, resolve, reject))
  }

  #send(question: Question, resolve: (found: Binding[]) => void, reject: (error: SnmpError) => void) {
    const { host, port, timeoutMs } = this.#target
    const template = this.#template(question)
    const malformedBefore = this.dropped.malformed
    const settle = () => this.#open.delete(cancel)
    const fail = (error: SnmpError) => {
      settle()
      reject(error)
    }
    const takeBack = this.#wire.send({
      ...{ host, port, template, timeoutMs, attempts: question.attempts },
      onReply: (reply, sentAt) => {
        const found = this.#read(reply, template)
        if (found === null) return false
        this.roundTripMs = sentAt === null ? null : performance.now() - sentAt
        settle()
        if (found instanceof SnmpError) reject(found)
        else resolve(found)
        return true
      },
      onSilence: () => {
        const unreadable = this.dropped.malformed > malformedBefore
        fail(new SnmpError(unreadable ? 'malformed' : 'no_answer', 'Timeout'))
      },
      onRefusal: (error) =>
        fail(new SnmpError('refused', (error as NodeJS.ErrnoException).code ?? 'refused')),
      onForeign: () => void this.dropped.foreign++,
    })
    const cancel = () => {
      takeBack()
      reject(new SnmpError('no_answer', 'Cancelled'))
    }
    this.#open.add(cancel)
  }

  /** Null: not believable, so that the question waits for a better reply. */
  #read(reply: Reply, template: Template): Binding[] | SnmpError | null {
    const own = isOf(reply, this.#community)
    const found = own ? (reply.status ? statusError(reply.status) : readValues(reply, template.names)) : null
    if (found === null) this.dropped.malformed++
    return found
  }

  #template(question: Question): Template {
    const { community = '' } = this.#target
    if (question.type === 'bulk') return templateOf(question, community)
    let template = this.#templates.get(question.oids)
    if (!template) this.#templates.set(question.oids, (template = templateOf(question, community)))
    return template
  }

  close() {
    this.#closed = true
    this.#unwatch()
    for (const cancel of [...this.#open]) cancel()
    this.#open.clear()
  }
}
