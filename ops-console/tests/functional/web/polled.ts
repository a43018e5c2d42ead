import { later, owner } from '@unia/platform/testing'
import { openDatabase } from '#ops/database'
import { ensureHistory } from '#ops/history/days'
import { writeSamples } from '#ops/history/samples'
import { aDevice } from './school.ts'

export const MINUTE = 60_000
export const DAY = 1440 * MINUTE
const NOW = Math.floor(Date.now() / MINUTE) * MINUTE
/** An instant so many ms ago, counted from a whole minute. */
export const iso = (ago: number) => new Date(NOW - ago).toISOString()

/** A device polled each minute of two hours, silent for ten of them; twice the traffic a week before. */
export async function aPolledDevice(unit: { id: number; slug: string }) {
  const deviceId = await aDevice(unit)
  const knex = openDatabase(undefined, 2)
  later(() => knex.destroy())
  later(() => owner().from('ops_console.ops_console_samples').where({ tenant_id: unit.id }).delete() as never)
  await ensureHistory(knex, new Date(NOW - 8 * DAY), new Date(NOW))
  const poll = (back: number, inBps: number | null) => ({
    ...{ tenantId: unit.id, deviceId, at: new Date(NOW - back) },
    values: inBps === null ? null : { inBps, 'inBps@ethernet1/1': inBps },
  })
  const minutes = Array.from({ length: 120 }, (_, minute) => (minute + 1) * MINUTE)
  const silent = (back: number) => back > 30 * MINUTE && back <= 40 * MINUTE
  await writeSamples(knex, [
    ...minutes.map((back) => poll(back, silent(back) ? null : 5e6)),
    ...minutes.map((back) => poll(back + 7 * DAY, 10e6)),
  ])
  return deviceId
}
