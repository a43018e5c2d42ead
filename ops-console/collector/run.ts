import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Knex } from 'knex'
import { openDesk, runDesk, sendersOf } from '#ops/alarms/desk'
import { keepBlindness } from '#ops/alarms/keep'
import { openDatabase } from '#ops/database'
import { DeviceState } from '#ops/health/device_state'
import { RULES } from '#ops/health/states'
import { keepHistoryDays } from '#ops/history/days'
import { openRemoteWrite } from '#ops/history/remote_write/remote_writer'
import { rollUp } from '#ops/history/rollup'
import { observe, pollsFailed, pollsMade } from '#ops/history/telemetry'
import { listenForHints } from '#ops/ingest/listen_for_hints'
import { startIngest } from '#ops/ingest/run'
import { systemClock } from '#ops/scheduler/clock'
import { holdLease, releaseLease } from '#ops/scheduler/lease'
import { Scheduler } from '#ops/scheduler/scheduler'
import type { Settings } from '#ops/settings'
import { beat } from './heartbeat.ts'
import { loadRoster, type RosterEntry } from './roster.ts'
import { Turns } from './turns.ts'
import { Watch, type Change } from './watch.ts'
import { Writer } from './writer.ts'

const LEASE_SECONDS = 10

export type Log = (level: 'info' | 'warn' | 'error', message: string, details?: object) => void

export interface Sources {
  loadRoster: (knex: Knex, simulatorMap: string) => Promise<RosterEntry[]>
}

/**
 * Runs a collector until `stop()`: takes the lease, polls, writes. A second collector waits for the lease.
 * Errors of the database are logged and tried again; nothing but `stop()` ends it.
 *
 * @example const collector = runCollector(settings(), log, { loadRoster: async () => entries })
 */
export function runCollector(settings: Settings, log: Log, sources: Partial<Sources> = {}) {
  const { loadRoster: load } = { loadRoster, ...sources }
  const id = randomUUID()
  const startedAt = new Date()
  const knex = openDatabase(settings.databaseUrl)
  const writer = new Writer(knex)
  const remote = openRemoteWrite((error) => log('warn', error.message))
  const senders = sendersOf(knex)
  const turns = new Turns()
  const watch = new Watch(settings, (change) => {
    writer.add(change)
    tell(change)
    if (change.device.memory.failures === 1) watch.parentsOf(change.device.entry.id).forEach(hurry)
  })
  const scheduler = new Scheduler({
    clock: systemClock,
    pace: { ...settings, failuresToDown: RULES.failuresToDown },
    concurrency: settings.concurrency,
    deadlineMs: settings.deadlineMs,
    turn: timed,
    onError: (device, error) => log('error', 'a poll could not be made', { device, error: String(error) }),
  })
  observe('samples_waiting', 'Samples that wait to be written', () => writer.waiting)
  if (remote) {
    observe('remote_write_waiting', 'Polls that wait for the remote store', () => remote.waiting)
    observe('remote_write_dropped', 'Polls the remote store did not get', () => remote.counts.dropped)
    observe('remote_write_refused', 'Polls the remote store refused', () => remote.counts.refused)
  }
  const ending = new AbortController()
  let leading = false
  let blindSince: Date | null = null
  let deskOpen = false

  function tell({ device: { entry, memory }, polled }: Change) {
    if (!polled) return
    pollsMade.inc()
    const { at, figures } = polled
    if (!figures) pollsFailed.inc({ reason: memory.fact?.code ?? 'unknown' })
    else remote?.push([{ unit: entry.unit, deviceId: entry.id, at, values: { ...figures } }])
  }

  function hurry(device: string) {
    scheduler.hurry(device)
  }

  async function timed(device: string, signal: AbortSignal) {
    const began = performance.now()
    const standing = await watch.turn(device, signal)
    turns.add(performance.now() - began)
    return standing
  }

  async function lead() {
    const held = await holdLease(knex, id, LEASE_SECONDS)
    if (held && !leading) log('info', 'polling begins')
    if (!held && leading) {
      log('warn', 'another collector has taken over')
      scheduler.stop()
      watch.close()
    }
    const taken = held && !leading
    leading = held
    if (held) await refresh(taken)
  }

  async function refresh(first: boolean) {
    const roster = await load(knex, settings.simulatorMap)
    const rows = first ? await DeviceState.query(knex) : []
    watch.takeRoster(roster, new Map(rows.map((row) => [row.device_id, row])), Date.now())
    scheduler.watch(watch.polled)
  }

  /** Escalations and notices; the first round of a new leader also sees to the rules. */
  async function desk() {
    const now = new Date()
    if (!deskOpen) await openDesk(knex, now)
    deskOpen = true
    await runDesk(knex, { now, senders })
  }

  async function report() {
    blindSince = leading && watch.blind ? (blindSince ?? new Date()) : null
    if (leading) await knex.transaction((trx) => keepBlindness(trx, blindSince, new Date()))
    const { longestMs, perMinute } = turns.take()
    const { devices, notAnswering } = watch.counts
    await beat(knex, {
      id,
      started_at: startedAt,
      leading,
      devices,
      not_answering: notAnswering,
      cycle_ms: longestMs || null,
      polls_per_minute: perMinute,
      late_ms: scheduler.takeLateness(),
      blind_since: blindSince,
    })
  }

  async function every(ms: number, what: string, work: () => Promise<unknown>) {
    while (!ending.signal.aborted) {
      await work().catch((error) => log('error', what, { error: String(error) }))
      await wait(ms, undefined, { signal: ending.signal }).catch(() => {})
    }
  }

  const loops = [
    every(3000, 'the lease could not be held', lead),
    every(400, 'states could not be written', () => (leading ? writer.flush() : Promise.resolve())),
    every(1000, 'the desk could not work', () => (leading ? desk() : Promise.resolve())),
    every(settings.pollMs, 'the heartbeat could not be written', report),
    every(3600_000, 'partitions could not be kept', () => keepHistoryDays(knex, settings.retentionDays)),
    every(5000, 'samples could not be summed up', () => (leading ? rollUp(knex) : Promise.resolve())),
  ]

  const ingest = startIngest(settings, log)
  const hints = listenForHints(settings.databaseUrl, hurry)

  return {
    id,
    async stop() {
      ending.abort()
      await Promise.all([ingest.stop(), hints.close()])
      scheduler.stop()
      watch.close()
      await remote?.close()
      await Promise.all(loops)
      if (leading) await writer.flush().catch(() => {})
      await releaseLease(knex, id).catch(() => {})
      senders.close()
      await knex.destroy()
    },
  }
}
