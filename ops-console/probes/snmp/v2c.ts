import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { Session, VarBind } from 'snmp-native'
import { decode } from './decode.ts'
import { SnmpError } from './errors.ts'
import { ask, GET, GETBULK, openSession } from './session.ts'
import type { SnmpTarget, SnmpTransport, SnmpValues } from './transport.ts'

// About 24 varbinds with 64-bit counters stay below 1,400 bytes.
const LARGEST_BATCH = 24
// The usual 25 repetitions over-run tables on devices that then time out.
const REPETITIONS = 10

/** SNMP v2c over snmp-native: one session a device, questions one after another. */
export class SnmpV2c implements SnmpTransport {
  readonly dropped = { foreign: 0, malformed: 0 }
  #session: Session
  #target: SnmpTarget
  #batch = LARGEST_BATCH

  private constructor(target: SnmpTarget) {
    this.#target = target
    this.#session = openSession(target, this.dropped)
  }

  static async open(target: SnmpTarget): Promise<SnmpV2c> {
    const host = isIP(target.host) ? target.host : (await lookup(target.host, 4)).address
    return new SnmpV2c({ ...target, host })
  }

  /** Values that the agent has not are `absent`; a value missing from the reply is an error (`partial`). */
  async get(oids: readonly string[]): Promise<SnmpValues> {
    const found: SnmpValues = new Map()
    for (let from = 0; from < oids.length;) {
      const batch = oids.slice(from, from + this.#batch)
      const varbinds = await this.#getBatch(batch)
      if (varbinds === null) continue
      for (const varbind of varbinds) found.set(varbind.oid.join('.'), decode(varbind))
      from += batch.length
    }
    const missing = oids.filter((oid) => !found.has(oid))
    if (missing.length) throw new SnmpError('partial', `${missing.length} of ${oids.length} values missing`)
    return found
  }

  /** Null: too big, ask again with half of it. */
  async #getBatch(batch: readonly string[]): Promise<VarBind[] | null> {
    try {
      return await this.#ask(GET, batch)
    } catch (error) {
      if (!(error instanceof SnmpError) || error.message !== 'TooBig' || batch.length === 1) throw error
      this.#batch = Math.max(1, Math.floor(batch.length / 2))
      return null
    }
  }

  /** GETBULK. Stops at the subtree's end, at `limit`, and at an OID that does not increase (a looping agent). */
  async walk(root: string, limit = 500): Promise<SnmpValues> {
    const found: SnmpValues = new Map()
    let last = root.split('.').map(Number)
    while (found.size < limit) {
      const varbinds = await this.#ask(GETBULK, [last.join('.')], REPETITIONS)
      if (!varbinds.length) return found
      for (const varbind of varbinds) {
        const oid = varbind.oid.join('.')
        if (!oid.startsWith(`${root}.`) || varbind.type === 0x82) return found
        if (!isAfter(varbind.oid, last)) throw new SnmpError('partial', `OID not increasing below ${root}`)
        last = varbind.oid
        found.set(oid, decode(varbind))
        if (found.size === limit) break
      }
    }
    return found
  }

  #ask(type: number, oids: readonly string[], repetitions = 0) {
    return ask(this.#session, this.#target, this.dropped, type, oids, repetitions)
  }

  close() {
    if (this.#session.socket) this.#session.close()
  }
}

/** Lexicographic order of OIDs (RFC 3416, section 4.2.2). */
export function isAfter(oid: readonly number[], other: readonly number[]): boolean {
  for (let i = 0; i < Math.min(oid.length, other.length); i++) {
    if (oid[i] !== other[i]) return oid[i] > other[i]
  }
  return oid.length > other.length
}
