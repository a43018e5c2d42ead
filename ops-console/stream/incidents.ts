import type { Knex } from 'knex'
import { incidentRows, type IncidentRow } from '#ops/queries/incident_list'
import type { Scope } from './view.ts'

/** An incident as the wall shows it; the same shape as in lists. */
export type IncidentView = IncidentRow

/** More than this are not open at once: what is cut off hangs on the incident above it. */
const MOST_OPEN = 500

/** Incidents of a scope that are open now, the newest first. A unit gets them as `forUnit` leaves them. */
export async function openIncidents(knex: Knex, scope: Scope): Promise<IncidentView[]> {
  if (scope === 'city') return incidentRows(knex, { state: 'open' }, MOST_OPEN)
  return (await incidentRows(knex, { state: 'open', tenantId: scope }, MOST_OPEN)).map(forUnit)
}

/** What the unit itself may know: not who of the city works on it, nor what they wrote, nor details from devices' logs. */
export const forUnit = (one: IncidentView): IncidentView => ({
  ...one,
  ...{ instance: '', fact: null, owner: one.owner && '', comment: null },
  ...{ supplier: null, ticket: null, silencedUntil: null },
})

/**
 * Tells incidents that differ from the last look. Many write them and none of them numbers them, so the few that are open are
 * compared, and those that are open no more are read once again.
 */
export class IncidentFeed {
  #knex: Knex
  #open = new Map<string, string>()

  constructor(knex: Knex) {
    this.#knex = knex
  }

  async begin() {
    this.#remember(await openIncidents(this.#knex, 'city'))
  }

  async next(): Promise<IncidentView[]> {
    const open = await openIncidents(this.#knex, 'city')
    const changed = open.filter((one) => this.#open.get(one.id) !== mark(one))
    const still = new Set(open.map(({ id }) => id))
    const closed = await this.#closed([...this.#open.keys()].filter((id) => !still.has(id)))
    this.#remember(open)
    return [...changed, ...closed]
  }

  async #closed(ids: string[]): Promise<IncidentView[]> {
    return ids.length ? incidentRows(this.#knex, { state: 'closed', ids }, ids.length) : []
  }

  #remember(open: IncidentView[]) {
    this.#open = new Map(open.map((one) => [one.id, mark(one)]))
  }
}

const mark = (one: IncidentView) => JSON.stringify(one)
