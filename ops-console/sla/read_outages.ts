import type { Knex } from 'knex'
import type { DevicePlace } from '#ops/history/place'
import type { Interval } from './intervals.ts'
import { readOutages, type Outages, type Transition } from './outages.ts'

const EARLIER = 50

/** Outages of an entity that touch an interval, from its transitions; ends are the first good poll where it is known. */
export async function outagesOf(knex: Knex, place: DevicePlace, within: Interval): Promise<Outages> {
  const outages = readOutages(await transitionsOf(knex, place, within), within.to)
  return { ...outages, down: await toFirstGood(knex, place, outages.down, within.to) }
}

async function transitionsOf(
  knex: Knex,
  { tenantId, deviceId }: DevicePlace,
  within: Interval
): Promise<Transition[]> {
  const { rows } = await knex.raw(
    `select at, became, fact ->> 'code' as fact from (
       (select id, at, became, fact from ops_console.ops_console_transitions
        where tenant_id = :tenantId and device_id = :deviceId and at < :from order by at desc, id desc limit ${EARLIER})
       union all
       select id, at, became, fact from ops_console.ops_console_transitions
       where tenant_id = :tenantId and device_id = :deviceId and at >= :from and at < :to) as t order by at, id`,
    { tenantId, deviceId, from: new Date(within.from), to: new Date(within.to) }
  )
  return rows.map((row: { at: Date; became: string; fact: string | null }) => ({
    ...row,
    at: row.at.getTime(),
  }))
}

/** A state is "up" again after two good polls; the outage ended with the first. Old polls are gone: then the second. */
async function toFirstGood(
  knex: Knex,
  place: DevicePlace,
  down: Interval[],
  until: number
): Promise<Interval[]> {
  const ends: Interval[] = []
  for (const { from, to } of down)
    ends.push({ from, to: to < until ? await firstGood(knex, place, from, to) : to })
  return ends
}

async function firstGood(knex: Knex, { tenantId, deviceId }: DevicePlace, from: number, to: number) {
  const { rows } = await knex.raw(
    `with polls as (select at, answered from ops_console.ops_console_samples
       where tenant_id = ? and device_id = ? and at >= ? and at <= ?)
     select min(at) as at from polls where answered and at > (select max(at) from polls where not answered)`,
    [tenantId, deviceId, new Date(from), new Date(to + 1000)]
  )
  return Math.min(to, rows[0].at?.getTime() ?? to)
}
