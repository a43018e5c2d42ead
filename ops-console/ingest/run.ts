import { keepIncidents } from '#ops/alarms/keep'
import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '#ops/collector/run'
import { openPool } from '#ops/database'
import { Counters } from './counters.ts'
import { Directory } from './directory.ts'
import { Intake } from './intake.ts'
import { kernelDrops } from './kernel_drops.ts'
import { loadDirectory } from './load_directory.ts'
import { Receivers, type PortName } from './receivers.ts'
import { ingestSettings, type IngestSettings } from './settings.ts'
import * as books from './store/bookkeeping.ts'
import { EventWriter } from './store/events.ts'
import { EventQueue, LONGEST_QUEUE } from './store/queue.ts'
import { tlsOptions } from './tls_files.ts'
import { warnings } from './warnings.ts'

const FLUSH_MS = 200
const BOOKS_MS = 2000
const DIRECTORY_MS = 10_000
const BEAT_MS = 5000
const RETENTION_MS = 3600_000
/** Above this share of the queue, streams wait. */
const FULL = 0.7
const DRAIN_MS = 4000
/** After a failure, at least. */
const AGAIN_MS = 2000

/**
 * Receives syslog and traps until `stop()`: who sent it, what it says, into the table of events. Outlives the database:
 * events wait in a bounded queue. `stop()` closes the ports and writes what waits.
 */
export async function runIngest(settings: IngestSettings, log: Log) {
  const id = randomUUID()
  const startedAt = new Date()
  const knex = openPool(settings.databaseUrl, 2)
  const writer = new EventWriter(settings.databaseUrl)
  const counters = new Counters()
  const ensureDays = () => books.keepEventDays(knex, settings.personalDays, settings.days)
  const queue = new EventQueue({ write: (events) => writer.write(events), ensureDays }, counters)
  const { zone, perSecond } = settings
  const intake = new Intake({
    ...{ directory: new Directory([]), cityId: null, zone, perSecond, counters },
    push: (event) => queue.push(event),
  })
  const ending = new AbortController()
  let cityId: number | null = null

  const receivers = new Receivers({
    ...{ settings, intake, counters, log, signal: ending.signal },
    tls: settings.ports.tls === null ? null : await tlsOptions(settings),
    room: () => (queue.length < LONGEST_QUEUE * FULL ? null : untilRoom()),
    opened: (ports) => void writePorts(settings.portsFile, ports).catch(() => {}),
  })

  async function untilRoom() {
    while (queue.length >= LONGEST_QUEUE * FULL && !ending.signal.aborted) await wait(20)
  }

  async function learn() {
    const loaded = await loadDirectory(knex, settings.simulatorMap, settings.relays)
    cityId = loaded.cityId
    intake.know(loaded.directory, cityId)
    receivers.setUsers(loaded.users)
  }

  async function hurry() {
    const ids = intake.hints.take()
    if (!ids.length) return
    await knex.raw(`select pg_notify('ops_console', 'hurry:' || id) from unnest(?::text[]) as id`, [ids])
  }

  /** What was counted is taken only once a transaction stands: while the database is away, counting goes on. */
  const keepBooks = () =>
    knex.transaction(async (trx) => {
      const now = Date.now()
      const quarantined = intake.quarantine.take()
      if (cityId !== null) await books.keepQuarantine(trx, cityId, quarantined)
      await books.keepSequences(trx, intake.gaps.takeMoved())
      await books.keepGaps(trx, intake.gaps.takeSettled(now))
      const { devices, clocks } = warnings(intake.storms, intake.clocks, now)
      await books.keepClocks(trx, clocks)
      await keepIncidents(trx, devices, new Date(now), { origin: 'ingest' })
    })

  async function beat() {
    counters.droppedKernel = await kernelDrops([receivers.ports.udp ?? 0, receivers.ports.trap ?? 0])
    const told = { ...counters, longestDelayMs: counters.takeLongestDelay(), queue: queue.length }
    const row = { id, started_at: startedAt, beat_at: knex.fn.now(), counters: JSON.stringify(told) }
    await knex('ops_console.ops_console_ingests').insert(row).onConflict('id').merge()
    await knex('ops_console.ops_console_ingests')
      .where('beat_at', '<', knex.raw(`now() - interval '1 day'`))
      .delete()
  }

  async function every(ms: number, what: string, work: () => Promise<unknown>) {
    let failing = false
    while (!ending.signal.aborted) {
      await wait(failing ? Math.max(ms, AGAIN_MS) : ms, undefined, { signal: ending.signal }).catch(() => {})
      await work().then(
        () => (failing = false),
        (error) => {
          if (!failing) log('error', what, { error: String(error) })
          failing = true
        }
      )
    }
  }

  await ensureDays().catch(() => {})
  await learn().catch((error) => log('error', 'who sends messages is not known', { error: String(error) }))
  intake.gaps.resume(await books.loadSequences(knex).catch(() => []))
  const loops = [
    every(FLUSH_MS, 'events could not be written', async () => (await queue.flush(), await hurry())),
    every(BOOKS_MS, 'what was learnt from messages could not be written', keepBooks),
    every(DIRECTORY_MS, 'who sends messages could not be read', learn),
    every(BEAT_MS, 'the heartbeat of the ingest could not be written', beat),
    every(RETENTION_MS, 'days of events could not be kept', ensureDays),
  ]
  await receivers.open()
  log('info', 'messages are received', { ports: receivers.ports })

  return {
    counters,
    ports: receivers.ports,
    get waiting() {
      return queue.length
    },
    /** Reads who is who again, at once. */
    learn,
    /** Writes everything that waits, at once. */
    async flush() {
      await queue.flush()
      await hurry()
      await keepBooks()
    },
    async stop() {
      ending.abort()
      await receivers.close()
      await Promise.race([Promise.all(loops), wait(DRAIN_MS, undefined, { ref: false })])
      await Promise.race([queue.flush().catch(() => {}), wait(DRAIN_MS, undefined, { ref: false })])
      await keepBooks().catch(() => {})
      await beat().catch(() => {})
      await writer.close()
      await knex.destroy()
    },
  }
}

async function writePorts(path: string | null, ports: Partial<Record<PortName, number>>) {
  if (!path) return
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, JSON.stringify(ports))
  await rename(`${path}.new`, path)
}

/**
 * The ingest inside the collector: its database and simulator, everything else from the environment; `OPS_INGEST=off`
 * leaves it out. Its failure to start is logged and does not end the collector.
 */
export function startIngest(
  { databaseUrl, simulatorMap }: Pick<IngestSettings, 'databaseUrl' | 'simulatorMap'>,
  log: Log
) {
  const own = { DATABASE_OPS_URL: databaseUrl, OPS_SIMULATOR_MAP: simulatorMap }
  const start = async () =>
    process.env.OPS_INGEST === 'off' ? null : runIngest(ingestSettings({ ...process.env, ...own }), log)
  const running = start().catch((error) => {
    log('error', 'messages are not received', { error: String(error) })
    return null
  })
  return { stop: async () => void (await (await running)?.stop()) }
}
