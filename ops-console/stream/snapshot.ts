import type { Knex } from 'knex'
import { collectorView, type CollectorView } from './collector_view.ts'
import { openIncidents, type IncidentView } from './incidents.ts'
import { viewsSince, type DeviceView, type Scope } from './view.ts'

export interface Snapshot {
  /** Decimal text of a bigint; pass it to `changesSince`. */
  revision: string
  collector: CollectorView
  devices: DeviceView[]
  /** What is open now, the newest first; in the stream, not in pages. */
  incidents?: IncidentView[]
}

export interface Changes {
  revision: string
  devices: DeviceView[]
}

/** Everything of a scope as it stands now; also what a page is rendered with before its stream is up. */
export async function snapshot(knex: Knex, scope: Scope): Promise<Snapshot> {
  const { revision, views } = await viewsSince(knex, scope, '0')
  return { revision, devices: views, collector: await collectorView(knex) }
}

/** A snapshot with the open incidents of the scope. */
export async function snapshotWithIncidents(knex: Knex, scope: Scope): Promise<Snapshot> {
  return { ...(await snapshot(knex, scope)), incidents: await openIncidents(knex, scope) }
}

/** Devices of a scope that changed after a revision; each once, as it is now, however often it changed. */
export async function changesSince(knex: Knex, scope: Scope, revision: string): Promise<Changes> {
  const { revision: last, views } = await viewsSince(knex, scope, revision)
  return { revision: last, devices: views }
}
