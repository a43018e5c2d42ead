import type { IncomingEvent, Via } from '../event.ts'
import { parseSyslog, textOf } from './message.ts'
import { parsePanos } from './panos.ts'

export interface Received {
  bytes: Buffer
  source: string
  via: Via
  receivedAt: number
}

/** Syslog severities up to this one, `err`, make a plain message worth a question to the device. */
const HINT_SEVERITY = 3

/** An event out of one syslog message. Never throws, whatever the bytes. `zone`: of times that do not name theirs. */
export function syslogEvent({ bytes, source, via, receivedAt }: Received, zone: string): IncomingEvent {
  const message = parseSyslog(textOf(bytes), receivedAt, zone)
  const log = parsePanos(message.text, zone)
  const shared = { receivedAt, source, via, facility: message.facility }
  if (log) {
    const { at, severity, ...rest } = log
    return { ...shared, ...rest, deviceAt: at ?? message.at, severity: severity ?? message.severity }
  }
  const { host, app, procId, msgId, data } = message
  const named = Object.entries({ host, app, procId, msgId }).filter(([, value]) => value !== '')
  return {
    ...shared,
    ...{ deviceAt: message.at, severity: message.severity, type: 'SYSLOG', subtype: app.slice(0, 48) },
    ...{ serial: null, seqno: null, message: message.text, people: [], personal: false },
    fields: { ...Object.fromEntries(named), ...data },
    hint: message.severity <= HINT_SEVERITY,
  }
}
