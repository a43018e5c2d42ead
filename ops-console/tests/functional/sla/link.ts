import { later } from '@unia/platform/testing'
import { openDatabase } from '#ops/database'
import { ensureHistory } from '#ops/history/days'
import type { DevicePlace } from '#ops/history/place'
import { monthInterval } from '#ops/sla/month'

/** The console's own pool, closed after the test. */
export function opsDatabase() {
  const knex = openDatabase(undefined, 2)
  later(async () => void (await knex.destroy()))
  return knex
}

/** A link in service since 2026, with its terminal. */
export async function aLink(unit: { id: number }): Promise<DevicePlace> {
  const knex = opsDatabase()
  const [{ id }] = await knex('ops_console.ops_console_devices')
    .insert({ tenant_id: unit.id, key: 'cpe', kind: 'cpe', rollout: 'live', simulated: true })
    .returning('id')
  await knex('ops_console.ops_console_links').insert({
    ...{
      tenant_id: unit.id,
      supplier: 'NETTE',
      state: 'active',
      created_at: new Date('2026-01-10T08:00:00Z'),
    },
  })
  return { tenantId: unit.id, deviceId: id }
}

/** Probe groups of a whole month: five probes a minute, 2 to 6 ms, one in a thousand minutes with a lost one. */
export async function measured(place: DevicePlace, month: string) {
  const knex = opsDatabase()
  const { from, to } = monthInterval(month)
  await ensureHistory(knex, new Date(from), new Date(to))
  await knex.raw(
    `insert into ops_console.ops_console_link_minutes (tenant_id, device_id, at, sent, received, rtts)
     select :tenantId, :deviceId, at, 5, case when n % 1000 = 0 then 4 else 5 end,
       case when n % 1000 = 0 then array[2, 3, 4, 5]::real[] else array[2, 3, 4, 5, 6]::real[] end
     from generate_series(:from::timestamptz, :to::timestamptz - interval '1 minute', interval '1 minute') with ordinality as m (at, n)`,
    { ...place, from: new Date(from), to: new Date(to) }
  )
}

/** An outage as the collector writes it. */
export async function outage(place: DevicePlace, from: string, to: string) {
  const start = new Date(from)
  const row = (at: Date, was: string, became: string, fact: object | null = null) => ({
    ...{ tenant_id: place.tenantId, device_id: place.deviceId, at, was, became },
    fact: fact && JSON.stringify(fact),
  })
  await opsDatabase()('ops_console.ops_console_transitions').insert([
    row(start, 'UP', 'UNKNOWN', { code: 'not_answering', params: {} }),
    row(new Date(start.getTime() + 30_000), 'UNKNOWN', 'DOWN', { code: 'not_answering', params: {} }),
    row(new Date(to), 'DOWN', 'UP'),
  ])
}
