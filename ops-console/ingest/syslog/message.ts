import { isUtf8 } from 'node:buffer'
import { bsdTime, isoTime } from './time.ts'

/** One syslog message, either RFC. What it does not say is null or empty. */
export interface SyslogMessage {
  facility: number
  severity: number
  at: number | null
  host: string
  app: string
  procId: string
  msgId: string
  /** Structured data of RFC 5424, `id.name` → value. */
  data: Record<string, string>
  text: string
}

/** RFC 3164, 4.3.3: a message without a priority is user.notice. */
const DEFAULT_PRIORITY = 13
const LARGEST_PRIORITY = 191
const PRIORITY = /^<(\d{1,3})>/
const HEADER_5424 = /^1 (\S{1,64}) (\S{1,255}) (\S{1,48}) (\S{1,128}) (\S{1,32}) /
const TAG = /^([\w./-]{1,48})(?:\[([^\]\s]{1,128})\])?: ?/
const MOST_DATA = 100

const centralEurope = new TextDecoder('windows-1250')

/** Text of the bytes. What is no UTF-8 is read as windows-1250, so that no message is lost for its encoding. */
export const textOf = (bytes: Uint8Array): string =>
  // PostgreSQL keeps no NUL.
  (isUtf8(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    : centralEurope.decode(bytes)
  ).replaceAll('\0', '')

/**
 * Reads a message of RFC 5424 or RFC 3164, which it tells apart by the version after the priority. Never throws:
 * what follows neither is kept whole as text.
 *
 * @param zone assumed for times without one, e.g. `Europe/Warsaw`
 */
export function parseSyslog(text: string, receivedAt: number, zone: string): SyslogMessage {
  const priority = PRIORITY.exec(text)
  const value = priority ? Number(priority[1]) : DEFAULT_PRIORITY
  if (!priority || value > LARGEST_PRIORITY) return { ...blank(DEFAULT_PRIORITY), text: text.trimEnd() }
  const rest = text.slice(priority[0].length)
  return modern(rest, value) ?? traditional(rest, value, receivedAt, zone)
}

const blank = (priority: number): SyslogMessage => ({
  ...{ facility: priority >> 3, severity: priority & 7, at: null },
  ...{ host: '', app: '', procId: '', msgId: '', data: {}, text: '' },
})

const nil = (word: string) => (word === '-' ? '' : word)

function modern(rest: string, priority: number): SyslogMessage | null {
  const header = HEADER_5424.exec(rest)
  if (!header) return null
  const [whole, at, host, app, procId, msgId] = header as unknown as string[]
  const { data, end } = structured(rest, whole!.length)
  return {
    ...blank(priority),
    ...{ at: isoTime(at!), host: nil(host!), app: nil(app!), procId: nil(procId!), msgId: nil(msgId!), data },
    text: rest
      .slice(end)
      .replace(/^ ?\ufeff?/, '')
      .trimEnd(),
  }
}

/** Structured data from `start` on. Where it breaks off, the rest belongs to the text. */
function structured(text: string, start: number): { data: Record<string, string>; end: number } {
  const data: Record<string, string> = {}
  if (text[start] === '-') return { data, end: start + 1 }
  let at = start
  let kept = 0
  while (text[at] === '[') {
    const id = /[^\s\]="]{1,32}/y
    id.lastIndex = at + 1
    const name = id.exec(text)?.[0]
    if (!name) return { data, end: at }
    let here = id.lastIndex
    const parameter = / +([^\s\]="]{1,32})="((?:[^"\\]|\\[^])*)"/y
    for (;;) {
      parameter.lastIndex = here
      const found = parameter.exec(text)
      if (!found) break
      if (kept++ < MOST_DATA) data[`${name}.${found[1]}`] = found[2]!.replace(/\\(["\\\]])/g, '$1')
      here = parameter.lastIndex
    }
    if (text[here] !== ']') return { data, end: at }
    at = here + 1
  }
  return { data, end: at }
}

const ISO_WORD = /^(\d{4}-\d\d-\d\dT\S{8,24}) /

function traditional(rest: string, priority: number, receivedAt: number, zone: string): SyslogMessage {
  const message = blank(priority)
  const time = bsdTime(rest, receivedAt, zone) ?? isoStart(rest)
  if (!time) return { ...message, ...tagged(rest) }
  const after = rest.slice(time.length).replace(/^:? /, '')
  const host = /^[\w.:-]{1,255}(?= )/.exec(after)?.[0] ?? ''
  // A word that ends with a colon is the tag: the sender left the host out.
  const isTag = host.endsWith(':')
  return {
    ...message,
    at: time.at,
    host: isTag ? '' : host,
    ...tagged(isTag || !host ? after : after.slice(host.length + 1)),
  }
}

function isoStart(text: string) {
  const word = ISO_WORD.exec(text)
  const at = word && isoTime(word[1]!)
  return at === null || at === undefined ? null : { at, length: word![1]!.length }
}

function tagged(content: string) {
  const tag = TAG.exec(content)
  if (!tag) return { text: content.trimEnd() }
  return { app: tag[1]!, procId: tag[2] ?? '', text: content.slice(tag[0].length).trimEnd() }
}
