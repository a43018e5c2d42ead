/** Who writes a log and when. `8.1`: as many columns as that release has; `11.1`: those appended since, too. */
export interface Line {
  serial: string
  name: string
  at: Date
  layout: '8.1' | '11.1'
  seqno: bigint
}

const WARSAW = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Europe/Warsaw', dateStyle: 'short', timeStyle: 'medium' },
})

/** `2026/11/24 11:59:58` in the zone of the devices. */
export const panTimeOf = (at: Date) => WARSAW.format(at).replaceAll('-', '/')

const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Columns by position (1-based) into a line of at least `length` columns. */
function line(columns: Record<number, string | number | bigint>, length: number): string {
  return Array.from({ length }, (_, i) => quoted(String(columns[i + 1] ?? ''))).join(',')
}

function head({ serial, at }: Line, type: string, subtype: string): Record<number, string | number> {
  const time = panTimeOf(at)
  return { 1: 1, 2: time, 3: serial, 4: type, 5: subtype, 6: 2305, 7: time }
}

export interface Flow extends Line {
  user: string
  src?: string
  dst?: string
  dstPort?: number
  app?: string
  bytes?: number
  action?: string
}

function flow({ src = '10.12.3.4', dst = '93.184.216.34', dstPort = 443, user, app = 'ssl', action }: Flow) {
  return {
    ...{
      8: src,
      9: dst,
      10: '0.0.0.0',
      11: '0.0.0.0',
      12: 'Szkola-Internet',
      13: user,
      15: app,
      16: 'vsys1',
    },
    ...{ 17: 'Szkola', 18: 'Internet', 19: 'ethernet1/2', 20: 'ethernet1/1', 21: 'Syslog', 24: 1 },
    ...{ 25: 50_000 + (Number(dstPort) % 999), 26: dstPort, 30: 'tcp', 31: action ?? 'allow' },
  }
}

/** Columns of TRAFFIC: 53 up to the device name, later releases append to over 110. */
export function traffic(one: Flow): string {
  const bytes = one.bytes ?? 8192
  const columns = {
    ...{ ...head(one, 'TRAFFIC', 'end'), ...flow(one), 32: bytes, 33: bytes >> 2, 34: bytes - (bytes >> 2) },
    ...{ 35: Math.ceil(bytes / 900), 36: panTimeOf(one.at), 37: 12, 38: 'educational-institutions' },
    ...{ 40: one.seqno, 41: '0x0', 42: '10.0.0.0-10.255.255.255', 43: 'Poland', 47: 'tcp-fin', 53: one.name },
  }
  return line(columns, one.layout === '8.1' ? 69 : 115)
}

export interface Threat extends Flow {
  url: string
  subtype?: string
  threat?: string
  severity?: string
}

export function threat(one: Threat): string {
  const subtype = one.subtype ?? 'url'
  const columns = {
    ...{
      ...head(one, 'THREAT', subtype),
      ...flow({ ...one, action: one.action ?? 'block-url' }),
      32: one.url,
    },
    ...{
      33: one.threat ?? '(9999)',
      34: 'malware',
      35: one.severity ?? 'informational',
      36: 'client-to-server',
    },
    ...{ 37: one.seqno, 38: '0x0', 60: one.name },
  }
  return line(columns, one.layout === '8.1' ? 76 : 120)
}

export interface System extends Line {
  eventId: string
  severity: string
  description: string
  subtype?: string
}

export function system(one: System): string {
  const columns = {
    ...{ ...head(one, 'SYSTEM', one.subtype ?? 'general'), 8: 'vsys1', 9: one.eventId, 13: 'general' },
    ...{ 14: one.severity, 15: one.description, 16: one.seqno, 17: '0x0', 23: one.name },
  }
  return line(columns, one.layout === '8.1' ? 23 : 26)
}
