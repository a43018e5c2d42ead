import { setTimeout as wait } from 'node:timers/promises'
import { ProbeError } from '../errors.ts'
import type { PanosClient } from './client.ts'
import { entriesOf, nodeAt, nodesAt, numberAt, textAt, type XmlNode } from './xml.ts'

export interface LogEntry {
  serial: string
  logType: string
  /** Grows by log type on one firewall. */
  seqno: string
  /** All fields as texts, by the vendor's names. */
  fields: Record<string, string>
}

export interface LogOptions {
  /** Only entries received from then on, milliseconds since 1970. */
  from?: number
  /** At most so many entries, newest first. */
  limit?: number
  /** For one job, from question to `FIN`, milliseconds. */
  deadlineMs?: number
  pollMs?: number
  /** Time zone of the firewall's clock. */
  zone?: string
  signal: AbortSignal
}

/** The vendor allows 5,000; an entry has about a hundred fields, and reading a reply holds up everything else. */
const PAGE = 50
const LARGEST_QUERY = 1000

/**
 * Reads the threat log. The firewall searches in a job that is polled until it is finished; entries that shift into
 * the next page while new ones come are given once.
 * @param query the vendor's filter, e.g. `(severity geq high)`; empty: everything
 * @throws ProbeError as `PanosClient`; no_answer `job_timeout` when a job does not finish in time
 */
export async function threatLog(
  client: PanosClient,
  query: string,
  options: LogOptions
): Promise<LogEntry[]> {
  const { limit = 500, from, zone = 'Europe/Warsaw' } = options
  const filter = [query, from === undefined ? '' : `(receive_time geq '${localTime(from, zone)}')`]
  const whole = filter.filter(Boolean).join(' and ')
  if (whole.length > LARGEST_QUERY) throw new RangeError('query_too_long')
  const found = new Map<string, LogEntry>()
  for (let skip = 0; skip < limit; skip += PAGE) {
    const size = Math.min(PAGE, limit - skip)
    const page = await job(client, { query: whole, nlogs: String(size), skip: String(skip) }, options)
    for (const entry of page) found.set(`${entry.serial}/${entry.logType}/${entry.seqno}`, entry)
    if (page.length < size) break
  }
  return [...found.values()]
}

async function job(client: PanosClient, asked: Record<string, string>, options: LogOptions) {
  const { deadlineMs = 30_000, pollMs = 700 } = options
  const late = AbortSignal.timeout(deadlineMs)
  const signal = AbortSignal.any([options.signal, late])
  try {
    const started = await client.call(
      { type: 'log', 'log-type': 'threat', dir: 'backward', ...asked },
      signal
    )
    const id = textAt(started, 'job')
    if (!id || !/^\d+$/.test(id)) throw new ProbeError('malformed', 'no_job')
    for (;;) {
      const state = await client.call({ type: 'log', action: 'get', 'job-id': id }, signal)
      if (textAt(state, 'job', 'status') === 'FIN') return finished(state)
      await wait(pollMs, undefined, { signal })
    }
  } catch (error) {
    if (late.aborted) throw new ProbeError('no_answer', 'job_timeout')
    throw error instanceof ProbeError ? error : new ProbeError('no_answer', 'timeout')
  }
}

function finished(state: XmlNode): LogEntry[] {
  const logs = nodeAt(state, 'log', 'logs')
  const entries = nodesAt(logs, 'entry')
  const announced = numberAt(logs, '@count')
  if (announced !== null && announced !== entries.length) throw new ProbeError('malformed', 'entries_missing')
  return entries.flatMap(entryOf)
}

function entryOf(entry: XmlNode): LogEntry[] {
  const [serial, seqno] = [textAt(entry, 'serial'), textAt(entry, 'seqno')]
  if (!serial || !seqno) return []
  const fields = entriesOf(entry).flatMap(([name, node]): [string, string][] => {
    const text = textAt(node)
    return text === null ? [] : [[name, text]]
  })
  return [{ serial, logType: textAt(entry, 'type') ?? 'THREAT', seqno, fields: Object.fromEntries(fields) }]
}

/** `2026/11/23 00:00:00` as the firewall's clock shows it. */
function localTime(at: number, zone: string): string {
  return new Date(at).toLocaleString('sv-SE', { timeZone: zone }).replaceAll('-', '/')
}
