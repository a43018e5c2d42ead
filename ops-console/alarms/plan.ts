import { groupBy } from './group_by.ts'
import type { Incident } from './incident.ts'
import type { Wanted } from './wanted.ts'

/** An entity and what its present state calls for. */
export interface DeviceIncidents {
  tenantId: number
  /** Null: what is wanted concerns no single entity. */
  deviceId: string | null
  wanted: Wanted[]
  /** Entities that are down above it, when every way to it is closed; its silence is then their doing. */
  cutOffBy?: string[]
}

export interface Seen {
  incident: Incident
  wanted: Wanted
  /** It was a warning and is critical now: an acknowledgement no longer covers it. */
  rise: boolean
}

export interface Plan {
  open: { device: DeviceIncidents; wanted: Wanted }[]
  seen: Seen[]
  /** Open and no longer wanted; `instead` names what the same entity now has in its place. */
  over: { device: DeviceIncidents; incident: Incident; instead: Wanted | null }[]
}

/** Silence may only change its name: flapping and unreachable are the same trouble of one entity. */
export const SILENCE = ['reachability', 'readability', 'flapping']

/**
 * What is to be opened, was seen again, or is over.
 *
 * @param open open incidents of these entities
 * @param isHeld entities of which silence is not to be judged yet
 */
export function plan(
  devices: readonly DeviceIncidents[],
  open: readonly Incident[],
  isHeld: (device: DeviceIncidents) => boolean = () => false
): Plan {
  const mine = groupBy(open, (incident) => place(incident.tenant_id, incident.device_id))
  const result: Plan = { open: [], seen: [], over: [] }
  for (const device of devices) {
    const left = new Map(
      (mine.get(place(device.tenantId, device.deviceId)) ?? []).map((one) => [
        key(one.check_code, one.instance),
        one,
      ])
    )
    for (const wanted of device.wanted) {
      const incident = left.get(key(wanted.check, wanted.instance))
      left.delete(key(wanted.check, wanted.instance))
      if (incident) result.seen.push({ incident, wanted, rise: isRise(incident, wanted) })
      else if (!(SILENCE.includes(wanted.check) && isHeld(device))) result.open.push({ device, wanted })
    }
    for (const incident of left.values()) {
      result.over.push({ device, incident, instead: replacement(incident, device.wanted) })
    }
  }
  return result
}

const place = (tenantId: number, deviceId: string | null) => `${tenantId}/${deviceId ?? ''}`
const key = (check: string, instance = '') => `${check}/${instance}`
const isRise = ({ severity }: Incident, wanted: Wanted) =>
  severity === 'warning' && wanted.severity === 'critical'

const replacement = (incident: Incident, wanted: Wanted[]) =>
  (SILENCE.includes(incident.check_code) && wanted.find(({ check }) => SILENCE.includes(check))) || null

export const isQuiet = ({ open, seen, over }: Plan) => !open.length && !seen.length && !over.length
