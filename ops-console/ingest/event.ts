/** How a message came. `trap` covers informs. */
export type Via = 'udp' | 'tcp' | 'tls' | 'trap'

/** A message that was read but not yet attributed to anything. Times are milliseconds since 1970. */
export interface IncomingEvent {
  receivedAt: number
  /** What the device says about when it happened; null: it says nothing usable. */
  deviceAt: number | null
  source: string
  via: Via
  facility: number | null
  /** As in syslog: 0 emergency … 7 debug. */
  severity: number | null
  /** `TRAFFIC`, `THREAT` … of PAN-OS, `SYSLOG` for any other message, `TRAP`. */
  type: string
  subtype: string
  serial: string | null
  /** Grows by one per serial and log type, so that a lost message shows. */
  seqno: bigint | null
  message: string
  fields: Record<string, string | number>
  /** Names of people in `message` or `fields`, exactly as they stand there. */
  people: string[]
  /** Traffic and threats tell what a person did: kept for a shorter time. */
  personal: boolean
  /** Worth asking the device at once. Never more than that: the message may be forged. */
  hint: boolean
}

/** Whose event it is. `deviceId` null: nobody's, kept in quarantine for the city. */
export interface AttributedEvent extends IncomingEvent {
  tenantId: number
  deviceId: string | null
  quarantined: boolean
}

/** Device clock against ours beyond which the difference is a warning of its own, seconds. */
export const LARGEST_SKEW_S = 120

/** Seconds by which the device's clock is ahead of ours (negative: behind); null when it tells no time. */
export const skewOf = ({ deviceAt, receivedAt }: Pick<IncomingEvent, 'deviceAt' | 'receivedAt'>) =>
  deviceAt === null ? null : Math.round((deviceAt - receivedAt) / 1000)
