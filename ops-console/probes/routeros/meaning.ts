import type { MetricValues } from '#ops/health/metrics'
import type { RouterReading } from './reading.ts'
import type { Row } from './transport.ts'
import { flag, number, power, rate, roundTrip, uptime } from './values.ts'

/** What a reading says in the console's metrics. */
export function valuesOf({ rows }: RouterReading): MetricValues {
  const resource = rows.resource?.[0]
  const optics = rows.optics?.[0]
  return {
    ...opticsOf(optics),
    ...(rows.ping ? pingOf(rows.ping) : {}),
    temperature: temperatureOf(rows.health ?? []) ?? number(optics?.['sfp-temperature']),
    cpuMgmt: number(resource?.['cpu-load']),
    memoryUse: memoryUse(resource),
    capacityMbps: rate(optics?.rate),
    uptime: uptime(resource?.uptime),
  }
}

/** An empty cage, lost light or an unreadable EEPROM leaves nothing to say, not 0 dBm. */
function opticsOf(row: Row | undefined): MetricValues {
  const readable = flag(row?.['sfp-module-present']) !== false && row?.['eeprom-checksum'] !== 'bad'
  const lit = readable && flag(row?.['sfp-rx-loss']) !== true
  return {
    rxDbm: lit ? power(row?.['sfp-rx-power']) : null,
    txDbm: readable ? power(row?.['sfp-tx-power']) : null,
  }
}

/** RouterOS 7 has a row for each sensor, 6 one row with all. */
function temperatureOf(rows: readonly Row[]): number | null {
  const named = (name: string) => rows.find((row) => row.name === name)?.value
  const told = (name: string) => rows.find((row) => row[name] !== undefined)?.[name]
  for (const name of ['temperature', 'cpu-temperature', 'board-temperature1']) {
    const value = number(named(name) ?? told(name))
    if (value !== null) return value
  }
  return null
}

function memoryUse(row: Row | undefined): number | null {
  const [free, total] = [number(row?.['free-memory']), number(row?.['total-memory'])]
  return free === null || !total ? null : Math.round((1 - free / total) * 1000) / 10
}

/** Lost pings are no latency; without one sent nothing is known. */
function pingOf(rows: readonly Row[]): MetricValues {
  const times = rows.map((row) => roundTrip(row.time)).filter((time) => time !== null)
  const last = rows.at(-1)
  const sent = number(last?.sent) ?? rows.length
  const received = number(last?.received) ?? times.length
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  return {
    pingMs: times.length ? Math.round(mean * 1000) / 1000 : null,
    lossPercent: sent ? Math.round((1 - received / sent) * 1000) / 10 : null,
  }
}

/** What changes rarely. */
export function learntOf({ rows, uplink }: RouterReading): Record<string, unknown> {
  const [resource, board, optics] = [rows.resource?.[0], rows.board?.[0], rows.optics?.[0]]
  return defined({
    name: rows.identity?.[0]?.name,
    board: resource?.['board-name'] ?? board?.model,
    serial: board?.['serial-number'],
    version: resource?.version,
    firmware: board?.['current-firmware'],
    uplink: uplink ?? undefined,
    interfaces: rows.interfaces?.map((row) => ({
      name: row.name,
      comment: row.comment ?? null,
      running: flag(row.running),
      disabled: flag(row.disabled),
      linkDowns: number(row['link-downs']),
      lastLinkDown: row['last-link-down-time'] ?? null,
    })),
    sfp: optics && sfpOf(optics),
  })
}

const sfpOf = (row: Row) => ({
  present: flag(row['sfp-module-present']),
  vendor: row['sfp-vendor-name'] ?? null,
  part: row['sfp-vendor-part-number'] ?? null,
  serial: row['sfp-vendor-serial'] ?? null,
  wavelengthNm: number(row['sfp-wavelength']),
  rxLoss: flag(row['sfp-rx-loss']),
  txFault: flag(row['sfp-tx-fault']),
  voltage: number(row['sfp-supply-voltage']),
  biasMa: number(row['sfp-tx-bias-current']),
  eeprom: row['eeprom-checksum'] ?? null,
})

const defined = (all: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
