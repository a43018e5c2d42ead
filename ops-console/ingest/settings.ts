import { dirname, join } from 'node:path'

/** How messages are received. Port null: that way is closed; 0: any free port. */
export interface IngestSettings {
  databaseUrl: string
  host: string
  ports: { udp: number | null; tcp: number | null; tls: number | null; trap: number | null }
  /** Files of the TLS certificate, its key, and of who may send (RFC 5425 with client certificates). */
  tls: { certificate?: string; key?: string; ca?: string }
  /** Zone of device clocks that do not name theirs. */
  zone: string
  /** Messages a second of one known source, and of one unknown. */
  perSecond: number
  /** Addresses that pass on messages of others: there the serial number decides alone. */
  relays: string[]
  personalDays: number
  days: number
  simulatorMap: string
  /** Where the ports in use are written for the simulator; null: nowhere. */
  portsFile: string | null
}

function port(name: string, fallback: number): number | null {
  const given = process.env[name] ?? String(fallback)
  if (given === 'off') return null
  const value = Number(given)
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw wrong(name, 'must be a port or "off"')
  return value
}

function positive(name: string, fallback: number): number {
  const value = Number(process.env[name] ?? fallback)
  if (!Number.isFinite(value) || value <= 0) throw wrong(name, 'must be a positive number')
  return value
}

const wrong = (name: string, what: string) =>
  Object.assign(new Error(`${name} ${what}`), { code: 'E_SETTING' })

/** @throws Error `E_SETTING` naming the variable that is missing or wrong */
export function ingestSettings(environment = process.env): IngestSettings {
  const databaseUrl = environment.DATABASE_OPS_URL
  if (!databaseUrl) throw wrong('DATABASE_OPS_URL', 'is missing')
  const simulatorMap = environment.OPS_SIMULATOR_MAP ?? '.data/simulator.json'
  return {
    databaseUrl,
    host: environment.OPS_INGEST_HOST ?? '127.0.0.1',
    ports: {
      udp: port('OPS_SYSLOG_UDP', 16514),
      tcp: port('OPS_SYSLOG_TCP', 16601),
      tls: port('OPS_SYSLOG_TLS', 16614),
      trap: port('OPS_TRAP_PORT', 16162),
    },
    tls: {
      certificate: environment.OPS_SYSLOG_TLS_CERT,
      key: environment.OPS_SYSLOG_TLS_KEY,
      ca: environment.OPS_SYSLOG_TLS_CA,
    },
    zone: environment.OPS_SYSLOG_ZONE ?? 'Europe/Warsaw',
    perSecond: positive('OPS_INGEST_RATE', 500),
    relays: (environment.OPS_SYSLOG_RELAYS ?? '').split(',').filter(Boolean),
    personalDays: positive('OPS_EVENT_PERSONAL_DAYS', 30),
    days: positive('OPS_EVENT_DAYS', 90),
    simulatorMap,
    portsFile: join(dirname(simulatorMap), 'ingest.json'),
  }
}
