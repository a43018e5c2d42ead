import type { Knex } from 'knex'

/** Whether the wall can be trusted: no fresh heartbeat means that nobody is watching. */
export interface CollectorView {
  watching: boolean
  beatAt: string | null
  devices: number
  notAnswering: number
  cycleMs: number | null
  pollsPerMinute: number | null
  blindSince: string | null
}

const STALE_SECONDS = 45

export async function collectorView(knex: Knex): Promise<CollectorView> {
  const row = await knex('ops_console.ops_console_collectors')
    .where({ leading: true })
    .orderBy('beat_at', 'desc')
    .select('*', knex.raw(`beat_at > now() - make_interval(secs => ?) as fresh`, [STALE_SECONDS]))
    .first()
  return {
    watching: row?.fresh ?? false,
    beatAt: row?.beat_at.toISOString() ?? null,
    devices: row?.devices ?? 0,
    notAnswering: row?.not_answering ?? 0,
    cycleMs: row?.cycle_ms ?? null,
    pollsPerMinute: row?.polls_per_minute ?? null,
    blindSince: row?.blind_since?.toISOString() ?? null,
  }
}
