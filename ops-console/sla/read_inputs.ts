import type { Knex } from 'knex'
import { common, union, without, type Interval } from './intervals.ts'
import type { ContractLink } from './links.ts'
import { probesOf, silentMinutes, trafficOf, unmeasured } from './measures.ts'
import { monthInterval } from './month.ts'
import { exclusionsOf } from './read_exclusions.ts'
import { outagesOf } from './read_outages.ts'
import type { Limits, SlaInputs } from './settle.ts'

/** Time until measurements of a moment are surely summed up. */
const SETTLING_MS = 3 * 60_000
const PROBE_SECONDS = 60

/** A month of a link that is in its service time; null when the link was not in service in it, or it lies ahead. */
export function serviceIn(link: ContractLink, month: string, now = new Date()): Interval | null {
  const { from, to } = monthInterval(month)
  const since = (link.activatedAt ?? link.enteredAt).getTime()
  const service = { from: Math.max(from, since), to: Math.min(to, minute(now.getTime() - SETTLING_MS)) }
  return service.to > service.from ? service : null
}

/**
 * Everything that one link's month is settled by. Read as `unia_ops`: the city's core belongs to another unit.
 *
 * @returns null when the link was not in service
 */
export async function readInputs(
  knex: Knex,
  link: ContractLink,
  month: string,
  limits: Limits,
  now = new Date()
): Promise<SlaInputs | null> {
  const service = serviceIn(link, month, now)
  if (!service) return null
  const place = { tenantId: link.tenantId, deviceId: link.deviceId }
  const outages = await outagesOf(knex, place, service)
  const { exclusions, refused } = await exclusionsOf(knex, link, service, limits)
  const cutOff = without(outages.cutOff, exclusions)
  const all = [...exclusions, ...cutOff.map((one) => ({ ...one, cause: 'city' as const, evidence: null }))]
  const kept = all.flatMap((one) => common([service], [one]).map((clipped) => ({ ...one, ...clipped })))
  return {
    ...{ month, service, limits, resolution: PROBE_SECONDS },
    down: await downOf(knex, place, outages, service),
    exclusions: kept.sort((a, b) => a.from - b.from || a.to - b.to),
    refused,
    unknown: common([service], union([...outages.unknown, ...(await unmeasured(knex, place, service))])),
    probes: await probesOf(knex, place, service, kept),
    traffic: await trafficOf(knex, place, service),
  }
}

/** In maintenance nobody is told "down"; whether the link was, the probes say. */
async function downOf(
  knex: Knex,
  place: { tenantId: number; deviceId: string },
  outages: Awaited<ReturnType<typeof outagesOf>>,
  service: Interval
) {
  const silent: Interval[] = []
  for (const one of common([service], outages.maintenance))
    silent.push(...(await silentMinutes(knex, place, one)))
  return common([service], [...outages.down, ...common(silent, outages.maintenance)])
}

const minute = (ms: number) => Math.floor(ms / 60_000) * 60_000
