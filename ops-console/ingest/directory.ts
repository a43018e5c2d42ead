import type { IncomingEvent } from './event.ts'

/** A device as far as its messages are concerned. */
export interface KnownSender {
  tenantId: number
  deviceId: string
  /** Addresses its messages may come from. */
  addresses: readonly string[]
  /** Serial numbers it is known by; empty: none is known yet, so any from its address is believed. */
  serials: readonly string[]
  /** Community of its traps; null: traps of v1 and v2c are not expected from it. */
  community: string | null
}

/** Why a message is nobody's. */
export type QuarantineReason =
  'unknown_source' | 'unknown_serial' | 'foreign_serial' | 'unknown_address' | 'credential'

export type Attribution =
  { sender: KnownSender; reason?: undefined } | { sender: null; reason: QuarantineReason }

const nobody = (reason: QuarantineReason): Attribution => ({ sender: null, reason })

/**
 * Whose messages they are: serial number and source address must point at the same device. Where several devices
 * share an address, and behind a relay, the serial number decides alone.
 */
export class Directory {
  readonly #byAddress = new Map<string, KnownSender[]>()
  readonly #bySerial = new Map<string, KnownSender>()
  readonly #relays: ReadonlySet<string>

  constructor(senders: readonly KnownSender[], relays: readonly string[] = []) {
    this.#relays = new Set(relays)
    for (const sender of senders) {
      for (const address of sender.addresses) {
        this.#byAddress.set(address, [...(this.#byAddress.get(address) ?? []), sender])
      }
      for (const serial of sender.serials) this.#bySerial.set(serial, sender)
    }
  }

  /** The one device that speaks from this address; null when there is none or several. */
  only(address: string): KnownSender | null {
    const here = this.#byAddress.get(address)
    return here?.length === 1 ? here[0]! : null
  }

  attribute({ source, serial }: Pick<IncomingEvent, 'source' | 'serial'>): Attribution {
    const here = this.#byAddress.get(source) ?? []
    const named = serial === null ? undefined : this.#bySerial.get(serial)
    if (named) {
      if (here.includes(named) || this.#relays.has(source)) return { sender: named }
      return nobody(here.length ? 'foreign_serial' : 'unknown_address')
    }
    if (!here.length) return nobody(serial === null ? 'unknown_source' : 'unknown_serial')
    if (here.length > 1) return nobody(serial === null ? 'unknown_source' : 'unknown_serial')
    const [only] = here as [KnownSender]
    return serial === null || only.serials.length === 0 ? { sender: only } : nobody('unknown_serial')
  }
}
