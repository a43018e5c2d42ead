import { panTimeOf } from '../syslog/panos_lines.ts'
import { encodeValue, integer, objectId, octets, oidBytes, ticks, tlv, type BerValue } from '../ber.ts'

export interface Trap {
  oid: string
  values: [oid: string, value: BerValue][]
  /** 1/100 s. */
  uptime?: number
}

const [TRAP_V2, INFORM] = [0xa7, 0xa6]

/** A notification of SNMP v2c as bytes (RFC 3416). */
export function encodeTrap(community: string, trap: Trap, { inform = false, id = 1 } = {}): Buffer {
  const number = (value: number) => encodeValue(integer(value))
  const pairs: Trap['values'] = [
    ['1.3.6.1.2.1.1.3.0', ticks(trap.uptime ?? 0)],
    ['1.3.6.1.6.3.1.1.4.1.0', objectId(trap.oid)],
    ...trap.values,
  ]
  const list = pairs.map(([oid, value]) =>
    tlv(0x30, Buffer.concat([tlv(0x06, oidBytes(oid)), encodeValue(value)]))
  )
  const body = Buffer.concat([number(id), number(0), number(0), tlv(0x30, Buffer.concat(list))])
  const pdu = tlv(inform ? INFORM : TRAP_V2, body)
  return tlv(0x30, Buffer.concat([number(1), tlv(0x04, Buffer.from(community)), pdu]))
}

export interface PanTrap {
  serial: string
  at: Date
  /** Number of the notification: 1 generic, 602 shutdown. */
  number: number
  /** 2 informational … 6 critical. */
  severity: number
  eventId: string
  description: string
  /** `new`: with sequence number and action flags in the middle, as later editions of PAN-TRAPS have them. */
  layout: 'old' | 'new'
}

/** A notification of PAN-TRAPS. */
export function panTrap({ serial, at, number, severity, eventId, description, layout }: PanTrap): Trap {
  const object = (suffix: number, value: BerValue): [string, BerValue] => [
    `1.3.6.1.4.1.25461.2.1.3.1.${suffix}.0`,
    value,
  ]
  const added = layout === 'new' ? [object(8, octets('4711')), object(9, octets('0x0'))] : []
  return {
    oid: `1.3.6.1.4.1.25461.2.1.3.2.0.${number}`,
    values: [
      object(2, octets(panTimeOf(at))),
      object(3, octets(serial)),
      object(4, octets('SYSTEM')),
      object(5, octets('general')),
      object(7, octets('vsys1')),
      ...added,
      object(300, octets(eventId)),
      object(301, octets('')),
      object(302, octets('general')),
      object(303, integer(severity)),
      object(304, octets(description)),
    ],
  }
}

const IF_TABLE = '1.3.6.1.2.1.2.2.1'

/** linkDown or linkUp of IF-MIB (RFC 2863). */
export const linkTrap = (up: boolean, index: number, name: string, uptime: number): Trap => ({
  ...{ oid: `1.3.6.1.6.3.1.1.5.${up ? 4 : 3}`, uptime },
  values: [
    [`${IF_TABLE}.1.${index}`, integer(index)],
    [`${IF_TABLE}.7.${index}`, integer(1)],
    [`${IF_TABLE}.8.${index}`, integer(up ? 1 : 2)],
    [`1.3.6.1.2.1.31.1.1.1.1.${index}`, octets(name)],
  ],
})
