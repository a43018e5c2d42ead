import type { Knex } from 'knex'

/** Whether the wall can be trusted: a share of the city without a fresh heartbeat means that nobody watches it. */
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

interface Row {
  beat_at: Date
  fresh: boolean
  devices: number
  not_answering: number
  cycle_ms: number | null
  polls_per_minute: number | null
  blind_since: Date | null
  shards: number[]
  shard_count: number
}

/** All collectors that are at work, taken together. */
export async function collectorView(knex: Knex): Promise<CollectorView> {
  const rows: Row[] = await knex('ops_console.ops_console_collectors')
    .where({ leading: true })
    .orderBy('beat_at', 'desc')
    .limit(64)
    .select('*', knex.raw(`beat_at > now() - make_interval(secs => ?) as fresh`, [STALE_SECONDS]))
  const working = rows.filter(({ fresh }) => fresh)
  const shown = working.length ? working : rows.slice(0, 1)
  const sum = (field: 'devices' | 'not_answering') => shown.reduce((total, row) => total + row[field], 0)
  const most = (values: (number | null)[]) =>
    values.reduce((a, b) => (b === null ? a : Math.max(a ?? b, b)), null)
  const blind = shown.flatMap((row) => row.blind_since ?? []).sort((a, b) => a.getTime() - b.getTime())
  return {
    watching: isWhole(working),
    beatAt: shown[0]?.beat_at.toISOString() ?? null,
    devices: sum('devices'),
    notAnswering: sum('not_answering'),
    cycleMs: most(shown.map((row) => row.cycle_ms)),
    pollsPerMinute: shown.reduce<number | null>(
      (total, row) => (row.polls_per_minute ?? 0) + (total ?? 0),
      null
    ),
    blindSince: blind[0]?.toISOString() ?? null,
  }
}

/** A heartbeat of a collector that says nothing of shares is that of the only one. */
function isWhole(working: readonly Row[]) {
  if (!working.length) return false
  const count = working[0].shard_count
  const held = new Set(working.flatMap((row) => (row.shards.length ? row.shards : [1])))
  return held.size >= count
}
