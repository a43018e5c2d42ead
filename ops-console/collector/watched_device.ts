import type { DeviceState } from '#ops/health/device_state'
import type { MetricValues } from '#ops/health/metrics'
import { METRICS } from '#ops/health/metrics'
import type { InterfaceRate } from '#ops/health/rates'
import { fresh, type DeviceMemory } from '#ops/health/states'
import type { ProbeAnswer, ProbeKind } from '#ops/probes/probe'
import type { OpenProbe } from './open_probes.ts'
import type { RosterEntry } from './roster.ts'

/** An entity with its probes and all that is known of it at the moment. */
export interface WatchedDevice {
  entry: RosterEntry
  probes: OpenProbe[]
  memory: DeviceMemory
  values: MetricValues
  /** Which probe brought which values, so that they go when it falls silent. */
  names: Map<ProbeKind, string[]>
  interfaces: InterfaceRate[]
  spark: (number | null)[]
  learnt: Record<string, unknown>
  /** Grows whenever `learnt` does, so that unchanged ones are not written. */
  learntRevision: number
  /** Entities that are out above it, while it is cut off. */
  cutOffBy: string[]
}

export function watchedDevice(entry: RosterEntry, kept: DeviceState | undefined, now: number): WatchedDevice {
  return {
    ...{ entry, probes: [], names: new Map(), cutOffBy: [], learntRevision: 0 },
    memory: {
      ...fresh(now),
      ...kept?.memory,
      ...(kept?.last_answer_at && { lastAnswerAt: kept.last_answer_at.getTime() }),
    },
    values: (kept?.figures ?? {}) as MetricValues,
    interfaces: kept?.interfaces ?? [],
    spark: kept?.spark ?? [],
    learnt: kept?.learnt ?? {},
  }
}

/** Takes an answer's values over: those of the same probe that it no longer brought are gone. */
export function takeValues(device: WatchedDevice, kind: ProbeKind, answer: ProbeAnswer) {
  const names = Object.keys(answer.values)
  const brought = new Set(names)
  const gone = device.names.get(kind)?.filter((name) => !brought.has(name)) ?? []
  for (const name of gone) delete device.values[name]
  Object.assign(device.values, answer.values)
  device.names.set(kind, names)
  if (answer.interfaces) device.interfaces = answer.interfaces
  if (!answer.learnt) return
  device.learnt = { ...device.learnt, ...answer.learnt }
  device.learntRevision++
}

/** A probe fell silent: what changes by the second is not known any more; the rest stays as last heard. */
export function loseRates(device: WatchedDevice, kind: ProbeKind) {
  for (const name of device.names.get(kind) ?? Object.keys(device.values)) {
    if (isVolatile(name)) device.values[name] = null
  }
}

/** A probe has been silent for good: nothing of it is shown as present. */
export function loseValues(device: WatchedDevice, kind: ProbeKind) {
  for (const name of device.names.get(kind) ?? []) device.values[name] = null
}

function isVolatile(name: string) {
  const unit = (METRICS as Record<string, string>)[name.split('@', 1)[0]]
  return unit === 'bps' || unit === 'ms'
}
