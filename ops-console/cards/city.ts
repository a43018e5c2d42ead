import type { HomeCardContent } from '@unia/platform/home'
import type { EntityState } from '#ops/health/states'
import { scopedKnex } from '#ops/queries/scoped'
import { collectorView } from '#ops/stream/collector_view'

const SHOWN: [EntityState, 'critical' | 'warning' | 'unknown' | 'ok'][] = [
  ['DOWN', 'critical'],
  ['DEGRADED', 'warning'],
  ['UNKNOWN', 'unknown'],
  ['UP', 'ok'],
]

/** Devices of the city by state. */
export default async function cityCard(): Promise<HomeCardContent> {
  const knex = scopedKnex()
  const rows: { state: EntityState; count: string }[] = await knex('ops_console.ops_console_device_states')
    .groupBy('state')
    .select('state', knex.raw('count(*) as count'))
  const { watching } = await collectorView(knex)
  const count = (state: EntityState) => Number(rows.find((row) => row.state === state)?.count ?? 0)
  return {
    title: 'ops-console.card.city',
    href: '/city/ops-console/wall',
    figures: SHOWN.map(([state, mark]) => ({
      label: `ops-console.state.${state}`,
      value: count(state),
      href: `/city/ops-console/devices?f.state=${state}`,
      state: mark,
    })),
    needs: watching
      ? []
      : [
          {
            text: 'ops-console.card.need.not_watching',
            href: '/city/ops-console/wall',
            state: 'critical' as const,
          },
        ],
  }
}
