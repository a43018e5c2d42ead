import { dateAt } from './date_and_time.ts'
import { numberAt } from './decode.ts'
import type { KnownStorage, Learnt } from './learnt.ts'
import { MIKROTIK, OPTICAL, PAN, PROCESSOR_LOAD, SENSOR, STORAGE, SYSTEM } from './oids.ts'
import type { Gauges } from './reading.ts'
import type { SnmpValues } from './transport.ts'

/** Below this a receiver has no signal; modules give it for "minus infinity". Thousandths of dBm. */
const NO_LIGHT = -40_000

/** Everything that is not a counter. Objects that the device has not are left out; a value that failed to come is null. */
export function gaugesOf(values: SnmpValues, learnt: Learnt, at: number): Gauges {
  return {
    ...load(values, learnt),
    ...sessions(values, learnt),
    ...storage(values, learnt),
    ...health(values, learnt),
    ...optics(values, learnt),
    ...(learnt.clock && { clockSkewS: skew(values, at) }),
  }
}

/** PAN-OS has one row for each plane; elsewhere the mean of all processors counts. */
function load(values: SnmpValues, { processors, family = 'panos' }: Learnt): Gauges {
  const rows = processors.map((index) => numberAt(values, `${PROCESSOR_LOAD}.${index}`))
  if (family === 'panos') return { cpuMgmt: rows[0] ?? null, cpuData: rows[1] ?? null }
  const known = rows.filter((row) => row !== null)
  const mean = known.reduce((sum, row) => sum + row, 0) / known.length
  return { cpuMgmt: null, cpuData: known.length ? Math.round(mean * 10) / 10 : null }
}

function sessions(values: SnmpValues, { pan }: Learnt): Gauges {
  const keys = ['sessionsTcp', 'sessionsUdp', 'sessionsIcmp'] as const
  return Object.fromEntries(
    keys.filter((key) => pan.includes(key)).map((key) => [key, numberAt(values, PAN[key])])
  )
}

/** Memory, and the fullest of the disks, percent. */
function storage(values: SnmpValues, { memory = [], disks = [] }: Learnt): Gauges {
  const full = disks.map((disk) => use(values, disk)).filter((percent) => percent !== null)
  return {
    ...(memory[0] && { memoryUse: use(values, memory[0]) }),
    ...(disks.length && { diskUse: full.length ? Math.max(...full) : null }),
  }
}

function use(values: SnmpValues, { index }: KnownStorage): number | null {
  const size = numberAt(values, `${STORAGE.size}.${index}`)
  const used = numberAt(values, `${STORAGE.used}.${index}`)
  return size && used !== null ? Math.round((used / size) * 1000) / 10 : null
}

function health(values: SnmpValues, { temperature, mikrotik = [] }: Learnt): Gauges {
  const has = (key: keyof typeof MIKROTIK) => mikrotik.includes(key)
  const tenth = (key: 'temperature' | 'cpuTemperature' | 'voltage') => scaled(values, MIKROTIK[key], 0.1)
  const supplies = (['psu1', 'psu2'] as const).filter(has)
  const board = has('temperature') ? 'temperature' : 'cpuTemperature'
  return {
    ...(temperature && {
      temperature: scaled(values, `${SENSOR.value}.${temperature.index}`, temperature.factor),
    }),
    ...(has(board) && { temperature: tenth(board) }),
    ...(has('voltage') && { voltage: tenth('voltage') }),
    ...(supplies.length && {
      suppliesFailed: supplies.filter((key) => numberAt(values, MIKROTIK[key]) === 0).length,
    }),
  }
}

/** MIKROTIK-MIB's table where there is one, a sensor of ENTITY-SENSOR-MIB otherwise. Zero is "no data", not 0 dBm. */
function optics(values: SnmpValues, { transceiver, optical }: Learnt): Gauges {
  if (!transceiver) {
    const power = optical && numberAt(values, `${SENSOR.value}.${optical.index}`)
    return { rxDbm: optical && power ? power / 10 ** optical.digits : null }
  }
  const raw = (column: keyof typeof OPTICAL) => numberAt(values, `${OPTICAL[column]}.${transceiver}`)
  const power = (column: 'rxPower' | 'txPower') => {
    const found = raw(column)
    return found === null || found === 0 || found <= NO_LIGHT ? null : found / 1000
  }
  return {
    rxDbm: power('rxPower'),
    txDbm: power('txPower'),
    lightLost: raw('rxLoss'),
    opticsTemperature: raw('temperature') || null,
    opticsVoltage: scaled(values, `${OPTICAL.volt}.${transceiver}`, 0.001) || null,
    biasCurrent: raw('bias') || null,
  }
}

function scaled(values: SnmpValues, oid: string, factor: number): number | null {
  const raw = numberAt(values, oid)
  return raw === null ? null : Math.round(raw * factor * 1000) / 1000
}

/** Seconds by which the device's clock is ahead of ours. */
function skew(values: SnmpValues, at: number): number | null {
  const date = dateAt(values, SYSTEM.date)
  return date === null ? null : Math.round((date - at) / 100) / 10
}
