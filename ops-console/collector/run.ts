import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Knex } from 'knex'
import { openDatabase } from '#ops/database'
import { runEndpoints } from '#ops/endpoints/refresh'
import { DeviceState } from '#ops/health/device_state'
import { inMaintenance, type ActiveWindow } from '#ops/health/maintenance'
import { loadRuleChanges, RuleSet } from '#ops/health/rule_set'
import { openRemoteWrite } from '#ops/history/remote_write/remote_writer'
import { observe, pollsFailed, pollsMade } from '#ops/history/telemetry'
import { activeWindows } from '#ops/alarms/windows'
import { startIngest } from '#ops/ingest/run'
import { stillHolds } from '#ops/scheduler/lease'
import { shardOf } from '#ops/scheduler/shards'
import type { Settings } from '#ops/settings'
import { openDuties } from './duties.ts'
import { gather, gatherMs } from './gather.ts'
import { foreignParents } from './foreign.ts'
import { hear } from './hear.ts'
import { beat } from './heartbeat.ts'
import { loadRoster, type RosterEntry } from './roster.ts'
import { Schedules } from './schedules.ts'
import { leaseSeconds, Shares } from './shares.ts'
import { Turns } from './turns.ts'
import { Watch, type Change } from './watch.ts'
import { Writer } from './writer.ts'

const SWEEP_MS = 30_000
/** The inventory is read again at most that often, and the less often the larger it is. Milliseconds. */
const INVENTORY_MS = { least: 3000, each: 6, most: 60_000 }

export type Log = (level: 'info' | 'warn' | 'error', message: string, details?: object) => void

export interface Sources {
  loadRoster: (knex: Knex, simulatorMap: string) => Promise<RosterEntry[]>
  /** Agreed work that is going on. */
  activeWindows: (knex: Knex, now: Date) => Promise<ActiveWindow[]>
}

const SOURCES: Sources = { loadRoster, activeWindows }

/**
 * Runs a collector until `stop()`: takes its share of the city, polls, writes. A second collector waits for the lease or
 * takes over what nobody polls. Errors of the database are logged and tried again; nothing but `stop()` ends it.
 *
 * @example const collector = runCollector(settings(), log, { loadRoster: async () => entries })
 */
export function runCollector(settings: Settings, log: Log, sources: Partial<Sources> = {}) {
  const { loadRoster: load, activeWindows: windowsAt } = { ...SOURCES, ...sources }
  const id = randomUUID()
  const startedAt = new Date()
  const knex = openDatabase(settings.databaseUrl)
  const shares = new Shares(knex, id, leaseSeconds(settings.pollMs), settings.shard)
  const writer = new Writer(knex, { isOurs, mayWrite: (trx) => stillHolds(trx, id, shares.names) })
  const flushes = gather(
    gatherMs(settings.pollMs),
    () => writer.flush(),
    (error) => log('error', 'states could not be written', { error: String(error) })
  )
  const turns = new Turns()
  const watch = new Watch({ ...settings, hurry }, (change) => {
    writer.add(change)
    flushes.announce(change.was.state !== change.device.memory.state)
    tell(change)
  })
  const schedules = new Schedules(watch, settings, turns, (device, error) =>
    log('error', 'a poll could not be made', { device, error: String(error) })
  )
  const remote = openRemoteWrite((error) => log('warn', error.message))
  observe('samples_waiting', 'Samples that wait to be written', () => writer.waiting)
  if (remote) {
    observe('remote_write_waiting', 'Polls that wait for the remote store', () => remote.waiting)
    observe('remote_write_dropped', 'Polls the remote store did not get', () => remote.counts.dropped)
    observe('remote_write_refused', 'Polls the remote store refused', () => remote.counts.refused)
  }
  const ending = new AbortController()
  let roster: RosterEntry[] = []
  let rules = ''
  let readAt = 0
  let stale = true
  let seenBlind: Date | null = null

  const duties = openDuties(knex, { ...settings, roster: () => roster, blindSince: () => seenBlind })
  const leads = () => shares.held.has(1)

  const ears = hear(settings.databaseUrl, {
    hurry: (device) => schedules.hurry(device),
    inventory: () => (stale = true),
  })

  function hurry(device: string) {
    if (watch.device(device)) return schedules.hurry(device)
    void knex.raw(`select pg_notify('ops_console', ?)`, [`hurry:${device}`]).catch(() => {})
  }

  function tell({ device: { entry, memory }, polled }: Change) {
    if (!polled) return
    pollsMade.inc()
    const { at, values } = polled
    if (!values) pollsFailed.inc({ reason: memory.fact?.code ?? 'unknown' })
    else remote?.push([{ unit: entry.unit, deviceId: entry.id, at, values: { ...values } }])
  }

  function isOurs(device: string) {
    return shares.held.has(shardOf(device, shares.count))
  }

  async function lead() {
    const before = shares.held
    const held = await shares.renew()
    const added = [...held].filter((share) => !before.has(share))
    const lost = [...before].filter((share) => !held.has(share))
    if (added.length) log('info', 'polling begins', { shares: added, of: shares.count })
    if (lost.length) log('warn', 'another collector has taken over', { shares: lost, of: shares.count })
    if (!held.size) return lost.length ? takeShares(new Map()) : undefined
    const due = added.length || lost.length || isDue()
    if (due) await readInventory(added.length > 0)
    if (due || watch.parentsElsewhere.length) await lookAround()
  }

  function isDue() {
    const every = Math.min(INVENTORY_MS.most, Math.max(INVENTORY_MS.least, roster.length * INVENTORY_MS.each))
    return stale || Date.now() - readAt >= every
  }

  async function readInventory(taken: boolean) {
    stale = false
    roster = await load(knex, settings.simulatorMap)
    const changes = await loadRuleChanges(knex)
    if (rules !== JSON.stringify(changes)) watch.takeRules(new RuleSet(changes))
    rules = JSON.stringify(changes)
    const rows = taken ? await DeviceState.query(knex) : []
    readAt = Date.now()
    takeShares(new Map(rows.map((row) => [row.device_id, row])))
  }

  function takeShares(kept: ReadonlyMap<string, DeviceState>) {
    const ours = roster.filter((entry) => isOurs(entry.id))
    watch.takeRoster(ours, kept, Date.now())
    schedules.refresh()
  }

  /** Agreed work, and parents that another collector asks. */
  async function lookAround() {
    const now = new Date()
    const windows = await windowsAt(knex, now)
    const parents = new Map(roster.map((entry) => [entry.id, entry.parents]))
    watch.takeMaintenance(inMaintenance(windows, roster, parents), now.getTime())
    watch.takeForeign(await foreignParents(knex, watch.parentsElsewhere), Date.now())
  }

  async function report() {
    const leading = shares.held.size > 0
    seenBlind = leading && watch.blind ? (seenBlind ?? new Date()) : null
    const { longestMs, perMinute } = turns.take()
    const { devices, notAnswering } = watch.counts
    await beat(knex, {
      ...{ id, started_at: startedAt, leading, devices, not_answering: notAnswering, blind_since: seenBlind },
      ...{ shards: [...shares.held], shard_count: shares.count },
      cycle_ms: longestMs || null,
      polls_per_minute: perMinute,
      late_ms: schedules.takeLateness(),
    })
  }

  async function every(ms: number, what: string, work: () => Promise<unknown>) {
    while (!ending.signal.aborted) {
      await work().catch((error) => log('error', what, { error: String(error) }))
      await wait(ms, undefined, { signal: ending.signal }).catch(() => {})
    }
  }

  const loops = [
    every(Math.min(3000, (leaseSeconds(settings.pollMs) * 1000) / 3), 'the lease could not be held', lead),
    every(settings.pollMs, 'the heartbeat could not be written', report),
    every(SWEEP_MS, 'silent sources could not be found', async () => watch.sweep(Date.now())),
    ...duties.list.map(({ everyMs, what, work }) => every(everyMs, what, async () => leads() && work())),
  ]

  const ingest = settings.ingest ? startIngest(settings, log) : null
  const endpoints = settings.ingest ? runEndpoints(settings, log, { leading: leads }) : null

  return {
    id,
    async stop() {
      ending.abort()
      await Promise.all([ingest?.stop(), endpoints?.stop()])
      schedules.stop()
      watch.close()
      await Promise.all([...loops, ears.close(), flushes.close()])
      await writer.flush().catch(() => {})
      await shares.release().catch(() => {})
      await remote?.close()
      duties.close()
      await knex.destroy()
    },
  }
}
