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

export interface SnmpTarget {
  /** IP address; a name is resolved once when the transport is opened. */
  host: string
  port: number
  community: string
  /** How long one transmission waits, milliseconds. */
  timeoutMs: number
  /** Transmissions of one question in all. */
  attempts: number
}

/** What the rest of the console knows of SNMP. Every call rejects with `SnmpError`. */
export interface SnmpTransport {
  get(oids: readonly string[]): Promise<SnmpValues>
  /** Everything below `root`, at most `limit` rows. */
  walk(root: string, limit?: number): Promise<SnmpValues>
  /** Replies dropped since opening: from another address, or unreadable. */
  readonly dropped: { foreign: number; malformed: number }
  close(): void
}
