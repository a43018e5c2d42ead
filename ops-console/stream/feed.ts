import type { Knex } from 'knex'
import { collectorView, type CollectorView } from './collector_view.ts'
import { forUnit, IncidentFeed, type IncidentView } from './incidents.ts'
import type { DeviceView } from './view.ts'
import { changesSince } from './snapshot.ts'
import type { Room } from './rooms.ts'

/** What a room is sent after its snapshot. */
export interface RoomChanges {
  devices: DeviceView[]
  /** Opened, changed or closed; one that is over has `closedAt`. */
  incidents?: IncidentView[]
  /** Only when it differs from what was sent last, in the city's room. */
  collector?: CollectorView
}

const LOOK_AT_COLLECTORS_MS = 3000

/** Reads what changed since the last look, once for all rooms. */
export class Feed {
  #knex: Knex
  #revision: string | null = null
  #collector = ''
  #incidents: IncidentFeed
  #view: CollectorView | null = null
  #viewedAt = 0

  constructor(knex: Knex) {
    this.#knex = knex
    this.#incidents = new IncidentFeed(knex)
  }

  /** Finds out where the stream stands; to be called before the first snapshot, later calls do nothing. */
  async begin() {
    if (this.#revision !== null) return
    await this.#incidents.begin()
    const row = await this.#knex('ops_console.ops_console_device_states').max('revision as last').first()
    this.#revision ??= row?.last ?? '0'
  }

  /** Null: nothing changed. */
  async next(): Promise<RoomChanges | null> {
    if (this.#revision === null) return null
    const { devices, revision } = await changesSince(this.#knex, 'city', this.#revision)
    const incidents = await this.#incidents.next()
    const collector = await this.#collectorView()
    const { watching, blindSince } = collector
    const mark = JSON.stringify({ watching, blindSince })
    const moved = mark !== this.#collector
    this.#revision = revision
    this.#collector = mark
    if (!devices.length && !incidents.length && !moved) return null
    return { devices, ...(incidents.length && { incidents }), ...(moved && { collector }) }
  }

  /** Heartbeats come seldom, and only their absence for long says something. */
  async #collectorView() {
    if (this.#view && Date.now() - this.#viewedAt < LOOK_AT_COLLECTORS_MS) return this.#view
    this.#view = await collectorView(this.#knex)
    this.#viewedAt = Date.now()
    return this.#view
  }
}

/** The part of the changes that a room may see, or null when none of it concerns the room. */
export function forRoom(room: Room, changes: RoomChanges): RoomChanges | null {
  if (room.kind === 'city') return changes
  const isHere = (tenantId: number, deviceId: string | null) =>
    tenantId === room.tenantId && (room.kind === 'unit' || deviceId === room.deviceId)
  const devices = changes.devices.filter(({ tenantId, id }) => isHere(tenantId, id))
  const incidents = (changes.incidents ?? [])
    .filter(({ tenantId, deviceId }) => isHere(tenantId, deviceId))
    .map(forUnit)
  if (!devices.length && !incidents.length) return null
  return { devices, ...(incidents.length && { incidents }) }
}
