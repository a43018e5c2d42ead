import { csvColumns } from './csv.ts'
import { COLUMNS, PERSONAL_TYPES, SEQNO, SEVERITIES } from './panos_columns.ts'
import { panTime } from './time.ts'

/** What a PAN-OS body says. */
export interface PanLog {
  at: number | null
  serial: string
  type: string
  subtype: string
  severity: number | null
  seqno: bigint | null
  message: string
  fields: Record<string, string | number>
  people: string[]
  personal: boolean
  hint: boolean
}

const BODY = /^[^,"]{0,20},\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d,[0-9A-Za-z]{1,32},[A-Z][A-Z-]{2,20},/
const NUMERIC = new Set(['srcPort', 'dstPort', 'bytes', 'packets', 'elapsed'])
/** `User name: jan.kowalski`, `user 'kowalski'`: how SYSTEM logs of log-ins name people. */
const NAMED = /\busers?(?: ?name)?\s{0,3}[:=]?\s{1,3}['"]?([^\s'",;]{2,64})/gi
const NOT_A_NAME = new Set([
  'authentication',
  'login',
  'logged',
  'name',
  'failed',
  'id',
  'the',
  'group',
  'from',
])

/** Reads a CSV body; null when the text is none. Columns that a release lacks or adds do no harm. */
export function parsePanos(text: string, zone: string): PanLog | null {
  if (!BODY.test(text)) return null
  const columns = csvColumns(text)
  const at = (position: number) => columns[position - 1] ?? ''
  const type = at(4)
  const fields = fieldsOf(type, at)
  const severity = SEVERITIES[String(fields.severity ?? '')] ?? null
  const shared = {
    at: panTime(at(7), zone) ?? panTime(at(2), zone),
    ...{ serial: at(3), type, subtype: at(5), severity, seqno: seqnoOf(type, columns), fields },
  }
  if (!COLUMNS[type]) return { ...shared, ...unknownType(text, type, at(5)) }
  const people = peopleOf(type, fields)
  const message = sentence(type, at(5), fields)
  delete fields.description
  return {
    ...shared,
    ...{ people, personal: PERSONAL_TYPES.has(type) || people.length > 0, message },
    hint:
      type === 'SYSTEM' &&
      (severity === null ? false : severity <= 4 || HINTING.test(String(fields.eventId))),
  }
}

/** System events after which a figure of the device is likely to have changed, whatever their severity. */
const HINTING = /link-change|ha\d?-|session-synch|shutdown|restart|nego|tunnel-status/

/** Of a type whose columns are not known the body is kept whole, guarded like the name of a person. */
const unknownType = (text: string, type: string, subtype: string) => ({
  ...{ people: [text], personal: PERSONAL_TYPES.has(type), hint: false },
  ...{ message: `${type} ${subtype}`.trim(), fields: { body: text } },
})

function fieldsOf(type: string, at: (position: number) => string) {
  const fields: Record<string, string | number> = {}
  for (const [name, position] of Object.entries(COLUMNS[type] ?? {})) {
    const value = at(position)
    if (value === '') continue
    fields[name] = NUMERIC.has(name) && /^\d{1,15}$/.test(value) ? Number(value) : value
  }
  return fields
}

/** CONFIG has it after two optional columns: it is the number that the action flags follow. */
function seqnoOf(type: string, columns: string[]): bigint | null {
  const position =
    SEQNO[type] ??
    (type === 'CONFIG'
      ? columns.findIndex(
          (value, i) => i >= 14 && /^0x[0-9a-f]+$/i.test(columns[i + 1] ?? '') && /^\d+$/.test(value)
        ) + 1
      : 0)
  const text = position ? (columns[position - 1] ?? '') : ''
  return /^\d{1,19}$/.test(text) ? asSeqno(text) : null
}

const LARGEST_SEQNO = 2n ** 63n - 1n

function asSeqno(text: string) {
  const value = BigInt(text)
  return value <= LARGEST_SEQNO ? value : null
}

function peopleOf(type: string, fields: Record<string, string | number>): string[] {
  if (type !== 'SYSTEM')
    return [fields.srcUser, fields.dstUser].filter((one): one is string => typeof one === 'string')
  const named = [...String(fields.description ?? '').matchAll(NAMED)].map((match) =>
    match[1]!.replace(/[.:]+$/, '')
  )
  return [...new Set(named)].filter((name) => !NOT_A_NAME.has(name.toLowerCase()))
}

function sentence(type: string, subtype: string, fields: Record<string, string | number>): string {
  const from = `${fields.src ?? '?'} → ${fields.dst ?? '?'}${fields.dstPort ? `:${fields.dstPort}` : ''}`
  if (type === 'SYSTEM') return String(fields.description ?? fields.eventId ?? '')
  if (type === 'CONFIG')
    return [fields.command, fields.path, fields.result].filter((part) => part !== undefined).join(' · ')
  if (type === 'THREAT')
    return [fields.threat, fields.object, from, fields.action]
      .filter((part) => part !== undefined)
      .join(' · ')
  return [from, fields.app, fields.action, fields.endReason ?? subtype]
    .filter((part) => part !== undefined)
    .join(' · ')
}
