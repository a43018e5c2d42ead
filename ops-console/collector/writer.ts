import type { Knex } from 'knex'
import { keepIncidents } from '#ops/alarms/keep'
import { isUndecided, wantedIncidents } from '#ops/alarms/wanted'
import type { Fact } from '#ops/health/states'
import { mayTryAgain, writeSamples, type Sample } from '#ops/history/samples'
import { samplesDropped } from '#ops/history/telemetry'
import type { Change, WatchedDevice } from './watch.ts'
import { writeStates, type Written } from './write_states.ts'

const MOST_SAMPLES_KEPT = 50_000

interface Transition {
  tenant_id: number
  device_id: string
  at: Date
  was: string
  became: string
  fact: Fact | null
}

/** Guards against writing what another collector has taken over meanwhile. */
export interface Fence {
  isOurs: (deviceId: string) => boolean
  /** Asked inside the writing transaction. */
  mayWrite: (trx: Knex.Transaction) => Promise<boolean>
}

const NO_FENCE: Fence = { isOurs: () => true, mayWrite: async () => true }

interface Batch {
  devices: WatchedDevice[]
  samples: Sample[]
  transitions: Transition[]
}

/** Gathers changes and writes them in one transaction. While the database is away they wait, the oldest samples go. */
export class Writer {
  #knex: Knex
  #fence: Fence
  #dirty = new Set<WatchedDevice>()
  /** Devices that were found to call for no incident; until that changes their incidents are not looked at. */
  #quiet = new WeakSet<WatchedDevice>()
  #samples: Sample[] = []
  #transitions: Transition[] = []
  #written = new WeakMap<WatchedDevice, Written>()
  #busy = false

  constructor(knex: Knex, fence = NO_FENCE) {
    this.#knex = knex
    this.#fence = fence
  }

  add({ device, was, polled }: Change) {
    const { tenantId, id } = device.entry
    this.#dirty.add(device)
    if (polled)
      this.#samples.push({
        tenantId,
        deviceId: id,
        at: polled.at,
        values: polled.values && { ...polled.values },
      })
    if (this.#samples.length > MOST_SAMPLES_KEPT) this.#keepNewest(MOST_SAMPLES_KEPT / 2)
    const { state, fact, since } = device.memory
    if (was.state === state) return
    this.#transitions.push({
      tenant_id: tenantId,
      device_id: id,
      at: state === 'UNKNOWN' ? new Date(since) : new Date(),
      was: was.state,
      became: state,
      fact,
    })
  }

  /** Samples that are not in the database yet. */
  get waiting() {
    return this.#samples.length
  }

  #keepNewest(most: number) {
    const over = this.#samples.length - most
    if (over <= 0) return
    samplesDropped.inc(over)
    this.#samples = this.#samples.slice(over)
  }

  /** @throws what the database throws; the changes are kept for the next time */
  async flush() {
    if (this.#busy || this.#dirty.size === 0) return
    this.#busy = true
    const { isOurs } = this.#fence
    const batch = {
      devices: [...this.#dirty].filter(({ entry }) => isOurs(entry.id)),
      samples: this.#samples.filter(({ deviceId }) => isOurs(deviceId)),
      transitions: this.#transitions.filter(({ device_id }) => isOurs(device_id)),
    }
    this.#dirty = new Set()
    this.#samples = []
    this.#transitions = []
    try {
      await this.#inTransaction(batch, true).catch((error) => {
        if (!mayTryAgain(error)) throw error
        return this.#inTransaction(batch, false)
      })
    } catch (error) {
      for (const device of batch.devices) {
        this.#dirty.add(device)
        this.#written.delete(device)
        this.#quiet.delete(device)
      }
      this.#samples = [...batch.samples, ...this.#samples]
      this.#keepNewest(MOST_SAMPLES_KEPT)
      this.#transitions = [...batch.transitions, ...this.#transitions]
      throw error
    } finally {
      this.#busy = false
    }
  }

  async #inTransaction(batch: Batch, atOnce: boolean) {
    if (batch.devices.length) await this.#knex.transaction((trx) => this.#write(trx, batch, atOnce))
  }

  async #write(trx: Knex.Transaction, { devices, samples, transitions }: Batch, atOnce: boolean) {
    const incidents = this.#incidents(devices)
    await begin(trx, transitions.length + incidents.length > 0)
    if (!(await this.#fence.mayWrite(trx))) return
    await writeSamples(trx, samples, { atOnce })
    await writeStates(trx, devices, this.#written)
    if (transitions.length) {
      const rows = transitions.map((one) => ({ ...one, fact: one.fact && JSON.stringify(one.fact) }))
      await trx('ops_console.ops_console_transitions').insert(rows)
    }
    await keepIncidents(trx, incidents, new Date())
  }

  /** Only devices that call for incidents now or did when they were last looked at; a healthy city asks for nothing. */
  #incidents(devices: readonly WatchedDevice[]) {
    return devices.flatMap((device) => {
      const { entry, memory, cutOffBy } = device
      if (isUndecided(memory)) return []
      const wanted = wantedIncidents(memory)
      const isQuiet = !wanted.length && !cutOffBy.length
      if (isQuiet && this.#quiet.has(device)) return []
      if (isQuiet) this.#quiet.add(device)
      else this.#quiet.delete(device)
      return [{ tenantId: entry.tenantId, deviceId: entry.id, wanted, cutOffBy }]
    })
  }
}

/**
 * One writer at a time, so that revisions become visible in their order and no reader skips one; whoever listens is told
 * at the commit. Figures and samples may be lost with the server's last moment, as a gap; a change of state may not.
 */
const begin = (trx: Knex, durable: boolean) =>
  trx.raw(
    `select pg_advisory_xact_lock(hashtext('ops_console_revisions')), pg_notify('ops_console', 'states'),
       set_config('synchronous_commit', ?, true)`,
    [durable ? 'on' : 'off']
  )
