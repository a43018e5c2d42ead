import { Buckets } from './bucket.ts'
import { Clocks } from './clocks.ts'
import type { Counters } from './counters.ts'
import type { Directory, KnownSender, QuarantineReason } from './directory.ts'
import type { AttributedEvent, IncomingEvent } from './event.ts'
import { Gaps } from './gaps.ts'
import { Hints } from './hints.ts'
import { Quarantine } from './quarantine.ts'
import { Storms } from './storms.ts'
import { syslogEvent, type Received } from './syslog/event.ts'
import { trapEvent } from './traps/event.ts'
import type { Notification } from './traps/message.ts'

/** An unknown source is counted whatever it sends; only so many of its messages are kept. */
const UNKNOWN = { perSecond: 2, burst: 20 }
/** All unknown sources together: forged addresses must not fill the table. */
const UNKNOWN_TOGETHER = { perSecond: 50, burst: 200 }
/** What may come at once, in seconds of the rate. */
const BURST_SECONDS = 10

interface Options {
  directory: Directory
  cityId: number | null
  zone: string
  perSecond: number
  counters: Counters
  /** False: no room. */
  push: (event: AttributedEvent) => boolean
}

/** From a message to an event in the queue: rate, decoding, whose it is, what else it tells. Never throws. */
export class Intake {
  readonly gaps = new Gaps()
  readonly clocks = new Clocks()
  readonly hints = new Hints()
  readonly storms = new Storms()
  readonly quarantine = new Quarantine()
  readonly #buckets = new Buckets()
  readonly #unknown = new Buckets()
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** Takes over what the database now says about who is who. */
  know(directory: Directory, cityId: number | null) {
    Object.assign(this.#options, { directory, cityId })
  }

  syslog(received: Received) {
    const { counters, zone } = this.#options
    counters.received++
    if (!this.#mayPass(received.source, received.receivedAt)) return
    this.#attribute(syslogEvent(received, zone))
  }

  /**
   * `users`: names of SNMPv3 users whose notifications were checked. False: nobody we know, or not kept, so that an
   * inform must not be acknowledged.
   */
  trap(trap: Notification, source: string, receivedAt: number, users: ReadonlySet<string>): boolean {
    const { counters, zone } = this.#options
    counters.received++
    if (!this.#mayPass(source, receivedAt)) return false
    return this.#attribute(trapEvent(trap, source, receivedAt, zone), (sender) =>
      trap.version === '3' ? users.has(trap.credential) : sender.community === trap.credential
    )
  }

  #mayPass(source: string, now: number): boolean {
    const { directory, counters, perSecond } = this.#options
    const allowance = { perSecond, burst: perSecond * BURST_SECONDS }
    const passes = this.#buckets.take(source, allowance, now)
    if (!passes) counters.droppedRate++
    const sender = directory.only(source)
    if (sender) this.storms.see(sender, !passes, now)
    return passes
  }

  #attribute(event: IncomingEvent, credible: (sender: KnownSender) => boolean = () => true): boolean {
    const { sender, reason } = this.#options.directory.attribute(event)
    if (!sender) return this.#isolate(event, reason)
    if (!credible(sender)) return this.#isolate(event, 'credential')
    const { tenantId, deviceId } = sender
    const attributed = { ...event, tenantId, deviceId, quarantined: false }
    this.clocks.see(attributed)
    if (event.hint && this.hints.onHint(deviceId, event.receivedAt)) this.#options.counters.hints++
    const kept = this.#options.push(attributed)
    if (kept) this.gaps.see(attributed)
    return kept
  }

  #isolate(event: IncomingEvent, reason: QuarantineReason): false {
    this.#keepIsolated(event, reason)
    return false
  }

  #keepIsolated(event: IncomingEvent, reason: QuarantineReason) {
    const { counters, cityId, push } = this.#options
    counters.quarantined++
    this.quarantine.add(event, reason)
    if (cityId === null || !this.#unknown.take(event.source, UNKNOWN, event.receivedAt)) return
    if (!this.#unknown.take('together', UNKNOWN_TOGETHER, event.receivedAt)) return
    push({
      ...event,
      fields: { ...event.fields, reason },
      tenantId: cityId,
      deviceId: null,
      quarantined: true,
    })
  }
}
