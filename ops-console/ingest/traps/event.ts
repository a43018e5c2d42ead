import type { IncomingEvent } from '../event.ts'
import { panTime } from '../syslog/time.ts'
import {
  COLUMNS,
  PAN_OBJECTS,
  PAN_OBJECT_ROOT,
  PAN_SEVERITIES,
  PAN_TRAPS,
  trapName,
  trapSeverity,
} from './known.ts'
import type { Notification } from './message.ts'

/** An event out of a notification; PAN-TRAPS and the standard ones with the names of their objects. */
export function trapEvent(
  trap: Notification,
  source: string,
  receivedAt: number,
  zone: string
): IncomingEvent {
  const name = trapName(trap.trapOid)
  const fields = fieldsOf(trap)
  const isPan = trap.trapOid.startsWith(`${PAN_TRAPS}.`)
  const said = isPan ? PAN_SEVERITIES[Number(fields.severity)] : undefined
  const serial = isPan && fields.serial ? String(fields.serial) : null
  return {
    ...{ receivedAt, source, via: 'trap' as const, facility: null, type: 'TRAP', subtype: name.slice(0, 48) },
    deviceAt: isPan ? panTime(String(fields.receiveTime ?? ''), zone) : null,
    severity: said ?? trapSeverity(name),
    serial,
    seqno: null,
    message: sentence(name, fields),
    fields: { ...fields, version: trap.version, ...(trap.inform && { inform: 1 }) },
    ...{ people: [], personal: false },
    hint: isPan ? (said ?? 5) <= 4 : true,
  }
}

function fieldsOf({ values, trapOid, uptime }: Notification): Record<string, string | number> {
  const fields: Record<string, string | number> = { trapOid }
  if (uptime !== null) fields.uptime = uptime
  for (const [oid, value] of values) fields[nameOf(oid)] = value
  return fields
}

function nameOf(oid: string): string {
  if (oid.startsWith(PAN_OBJECT_ROOT)) {
    const number = oid.slice(PAN_OBJECT_ROOT.length).replace(/\.0$/, '')
    return PAN_OBJECTS[number] ?? oid
  }
  return COLUMNS[oid.slice(0, oid.lastIndexOf('.'))] ?? oid
}

function sentence(name: string, fields: Record<string, string | number>): string {
  if (fields.description !== undefined) return String(fields.description)
  const about = fields.ifName ?? fields.ifDescr ?? fields.ifIndex ?? fields.temperature
  return about === undefined ? name : `${name}: ${about}`
}
