import type { Knex } from 'knex'
import { keepIncidents } from '#ops/alarms/keep'
import { isUndecided, wantedIncidents } from '#ops/alarms/wanted'
import { DeviceState } from '#ops/health/device_state'
import type { Fact } from '#ops/health/states'
import { writeSamples, type Sample } from '#ops/history/samples'
import { samplesDropped } from '#ops/history/telemetry'
import type { Change, WatchedDevice } from './watch.ts'

const MOST_SAMPLES_KEPT = 20_000

interface Transition {
  tenant_id: number
  device_id: string
  at: Date
  was: string
  became: string
  fact: Fact | null
}

/** Gathers changes and writes them in one transaction. While the database is away they wait, the oldest samples go. */
export class Writer {
  #knex: Knex
  #dirty = new Map<string, WatchedDevice>()
  #samples: Sample[] = []
  #transitions: Transition[] = []
  #busy = false

  constructor(knex: Knex) {
    this.#knex = knex
  }

  add({ device, was, polled }: Change) {
    const { tenantId, id } = device.entry
    this.#dirty.set(id, device)
    if (polled)
      this.#samples.push({
        tenantId,
        deviceId: id,
        at: polled.at,
        values: polled.values,
      })
    if (this.#samples.length > MOST_SAMPLES_KEPT) this.#letGo()
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

  get waiting() {
    return this.#samples.length
  }

  #letGo() {
    samplesDropped.inc()
    this.#samples.shift()
  }

  /** @throws what the database throws; the changes are kept for the next time */
  async flush() {
    if (this.#busy || this.#dirty.size === 0) return
    this.#busy = true
    const [dirty, samples, transitions] = [this.#dirty, this.#samples, this.#transitions]
    this.#dirty = new Map()
    this.#samples = []
    this.#transitions = []
    try {
      await this.#knex.transaction((trx) => write(trx, [...dirty.values()], samples, transitions))
    } catch (error) {
      this.#dirty = new Map([...dirty, ...this.#dirty])
      this.#samples = [...samples, ...this.#samples].slice(-MOST_SAMPLES_KEPT)
      this.#transitions = [...transitions, ...this.#transitions]
      throw error
    } finally {
      this.#busy = false
    }
  }
}

async function write(
  trx: Knex.Transaction,
  devices: WatchedDevice[],
  samples: Sample[],
  transitions: Transition[]
) {
  // One writer at a time, so that revisions become visible in their order and no reader skips one.
  await trx.raw(`select pg_advisory_xact_lock(hashtext('ops_console_revisions'))`)
  await DeviceState.query(trx)
    .insert(devices.map((device) => stateRow(trx, device)) as never[])
    .onConflict(['tenant_id', 'device_id'])
    .merge()
  if (transitions.length) {
    const rows = transitions.map((one) => ({ ...one, fact: one.fact && JSON.stringify(one.fact) }))
    await trx('ops_console.ops_console_transitions').insert(rows)
  }
  const decided = devices.filter((device) => !isUndecided(device.memory))
  await keepIncidents(
    trx,
    decided.map(({ entry, memory }) => ({
      tenantId: entry.tenantId,
      deviceId: entry.id,
      wanted: wantedIncidents(memory),
    })),
    new Date()
  )
  await writeSamples(trx, samples)
  await trx.raw(`notify ops_console, 'states'`)
}

function stateRow(trx: Knex.Transaction, device: WatchedDevice) {
  const { entry, memory, figures, interfaces, spark, agent } = device
  return {
    tenant_id: entry.tenantId,
    device_id: entry.id,
    state: memory.state,
    since: new Date(memory.since),
    last_answer_at: memory.lastAnswerAt === null ? null : new Date(memory.lastAnswerAt),
    fact: memory.fact,
    figures,
    spark,
    memory,
    interfaces,
    learnt: agent.learnt ?? {},
    revision: trx.raw(`nextval('ops_console.ops_console_revisions')`),
  }
}
