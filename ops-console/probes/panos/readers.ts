import type { MetricValues } from '#ops/health/metrics'
import type { PanosCommand } from './commands.ts'
import { daysSince } from './dates.ts'
import { countersOf } from './replies/counters.ts'
import { disksOf } from './replies/disks.ts'
import { environmentOf, warmest } from './replies/environment.ts'
import { haOf } from './replies/ha.ts'
import { interfacesOf } from './replies/interfaces.ts'
import { licenceDays, licencesOf } from './replies/licences.ts'
import { loadOf } from './replies/load.ts'
import { resourcesOf } from './replies/resources.ts'
import { sessionsOf } from './replies/sessions.ts'
import { systemOf } from './replies/system.ts'
import type { XmlNode } from './xml.ts'

export interface Reading {
  values: MetricValues
  learnt: Record<string, unknown>
}

interface Context {
  zone: string
  /** When the reply came, milliseconds since 1970. */
  at: number
}

type Reader = (result: XmlNode, context: Context) => Reading

/** What each reply is worth: figures, and facts that change rarely. */
export const READERS: Record<PanosCommand, Reader> = {
  system(result, { zone, at }) {
    const { uptime, time, ...learnt } = systemOf(result, zone)
    const ages = [learnt.content.threat, learnt.content.app].flatMap((one) =>
      one?.releasedOn ? [daysSince(one.releasedOn, at)] : []
    )
    return {
      values: {
        uptime,
        clockSkewS: time === null ? null : Math.round((time - at) / 1000),
        contentAgeDays: ages.length ? Math.max(...ages) : null,
      },
      learnt,
    }
  },
  sessions(result) {
    const { connectionsPerSecond: _, packetsPerSecond: __, kbps: ___, ...values } = sessionsOf(result)
    return { values, learnt: {} }
  },
  load(result) {
    const { cpuData, buffers } = loadOf(result)
    return { values: { cpuData }, learnt: { buffers } }
  },
  resources: (result) => ({ values: resourcesOf(result), learnt: {} }),
  disks(result) {
    const disks = disksOf(result)
    return {
      values: { diskUse: disks.length ? Math.max(...disks.map(({ use }) => use)) : null },
      learnt: { disks },
    }
  },
  ha: (result) => ({ values: {}, learnt: { ha: haOf(result) } }),
  licences(result, { at }) {
    const licences = licencesOf(result)
    return { values: { licenceDays: licenceDays(licences, at) }, learnt: { licences } }
  },
  interfaces: (result) => ({ values: {}, learnt: { interfaces: interfacesOf(result) } }),
  counters(result) {
    const counters = countersOf(result).map(({ name, ...octets }) => [name, textual(octets)])
    return { values: {}, learnt: { counters: Object.fromEntries(counters) } }
  },
  environment(result) {
    const sensors = environmentOf(result)
    const supplies = sensors.filter(({ kind }) => kind === 'supply')
    return {
      values: {
        temperature: warmest(sensors),
        suppliesFailed: supplies.length ? supplies.filter(({ alarm }) => alarm).length : null,
      },
      learnt: { environment: sensors },
    }
  },
}

/** Learnt facts are kept as JSON, which has no whole numbers above 2^53. */
const textual = (values: Record<string, bigint | null>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value?.toString() ?? null]))
