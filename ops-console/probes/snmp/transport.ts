import type { SnmpSecurity } from '#ops/inventory/device'

/** One value an agent gave. Numbers are BigInt so that Counter64 stays exact; strings stay bytes. */
export type SnmpValue =
  | { type: 'integer'; value: bigint }
  | { type: 'counter32' | 'gauge' | 'ticks' | 'counter64'; value: bigint }
  | { type: 'bytes'; value: Buffer }
  | { type: 'oid'; value: string }
  | { type: 'address'; value: string }
  /** noSuchObject, noSuchInstance, endOfMibView, null or a type we do not read. */
  | { type: 'absent' }

/** Values by OID without a leading dot. */
export type SnmpValues = Map<string, SnmpValue>

/** SNMPv3 with its secrets; keys are pass phrases of at least eight characters (RFC 3414). */
export interface SnmpUser extends SnmpSecurity {
  authKey?: string
  privKey?: string
}

export interface SnmpTarget {
  /** IP address; a name is resolved once when the transport is opened. */
  host: string
  port: number
  /** Of v2c; left out with `user`. */
  community?: string
  /** Makes it v3. */
  user?: SnmpUser
  /** How long one transmission waits, milliseconds. */
  timeoutMs: number
  /** Transmissions of one question in all. */
  attempts: number
}

export interface Dropped {
  /** From another address. */
  foreign: number
  /** Unreadable, of another community, or an answer to nothing that was asked. */
  malformed: number
}

/** What the rest of the console knows of SNMP. Every call rejects with `SnmpError`. */
export interface SnmpTransport {
  /** Values that the agent has not are `absent`. The same array asked again is encoded only once. */
  get(oids: readonly string[]): Promise<SnmpValues>
  /** Everything below `root`, at most `limit` rows. */
  walk(root: string, limit?: number): Promise<SnmpValues>
  /** Replies dropped since opening. */
  readonly dropped: Readonly<Dropped>
  /** Round trip of the latest question that needed no repetition, milliseconds. */
  readonly roundTripMs: number | null
  /** Values received since opening. */
  readonly received: number
  /** Open questions are rejected. */
  close(): void
}

export interface Question {
  type: 'get' | 'bulk'
  oids: readonly string[]
  /** Rows of a bulk question; 0 for a get. */
  repetitions: number
  attempts: number
}

export interface Binding {
  oid: string
  value: SnmpValue
  /** endOfMibView: the walk is over. */
  end?: boolean
}

/** How one question and its reply travel: the part in which the versions and libraries differ. */
export interface Exchange {
  ask(question: Question): Promise<Binding[]>
  readonly dropped: Dropped
  roundTripMs: number | null
  close(): void
}
