/**
 * How many messages of devices are received, decoded, matched and stored without loss? Half syslog of PAN-OS over UDP,
 * half traps of PAN-TRAPS, from fifty addresses, by a process of its own; the real receiver, the real table.
 *
 *   node --import @poppinss/ts-exec bench/ingest.ts [--rate 5000] [--seconds 20]
 *
 * Brings a database of its own (TEST_DATABASE_URL: uses that server). Prints one line of JSON. CPU of the receiver and
 * of PostgreSQL are told apart; delay is from receipt to the row's commit.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openTestDatabases } from '../bin/testing/databases.ts'

const { values } = parseArgs({
  options: { rate: { type: 'string', default: '5000' }, seconds: { type: 'string', default: '20' } },
})
const [rate, seconds] = [Number(values.rate), Number(values.seconds)]
const TICKS_PER_SECOND = 100
const SENDERS = 50

let stopDatabase: (() => Promise<void>) | null = null
const databases = await openTestDatabases(1, (stop) => (stopDatabase = stop))
const folder = await mkdtemp(join(tmpdir(), 'unia-bench-'))
Object.assign(process.env, databases.environments[0])

const { openPool } = await import('../ops-console/database.ts')
const { runIngest } = await import('../ops-console/ingest/run.ts')
const knex = openPool(undefined, 2)
const simulatorMap = join(folder, 'simulator.json')
await writeFile(simulatorMap, JSON.stringify(await field()))

const ingest = await runIngest(
  {
    ...{
      databaseUrl: process.env.DATABASE_OPS_URL!,
      host: '127.0.0.1',
      zone: 'Europe/Warsaw',
      relays: [],
      tls: {},
    },
    ...{ ports: { udp: 0, tcp: null, tls: null, trap: 0 }, perSecond: 5000, personalDays: 30, days: 90 },
    ...{ simulatorMap, portsFile: null },
  },
  () => {}
)
/** Longest delay of each fifth of a second. */
const delays: number[] = []
const sampling = setInterval(() => {
  if (ingest.counters.longestDelayMs) delays.push(ingest.counters.takeLongestDelay())
}, 200)
const loop = monitorEventLoopDelay({ resolution: 5 })
const before = { own: process.cpuUsage(), postgres: await postgresTicks() }
loop.enable()
const sent = await send()
const delay = await settled()
clearInterval(sampling)
loop.disable()
const cpu = process.cpuUsage(before.own)
const [own, postgres] = [
  (cpu.user + cpu.system) / 1e6,
  ((await postgresTicks()) - before.postgres) / TICKS_PER_SECOND,
]
// With --expose-gc the heap is what is really held.
;(globalThis as { gc?: () => void }).gc?.()
const memory = process.memoryUsage()
const { received, stored, dropped, quarantined } = ingest.counters
console.log(
  JSON.stringify({
    ...{ rate, seconds, sent, received, stored, quarantined, dropped, lost: sent - stored },
    ...{ cpuSeconds: round(own), cpuPostgres: round(postgres) },
    cpuPer10000: round(((own + postgres) / stored) * 10_000),
    ...{ delayMsOften: delay.p50, delayMsMost: delay.most, loopMsP99: round(loop.percentile(99) / 1e6) },
    ...{
      loopMsMost: round(loop.max / 1e6),
      rssMB: megabytes(memory.rss),
      heapMB: megabytes(memory.heapUsed),
    },
  })
)
await ingest.stop()
await knex.destroy()
await rm(folder, { recursive: true, force: true })
await stopDatabase!()
process.exit(sent === stored ? 0 : 1)

/** Fifty devices of the city, each with an address on loopback and a serial number. */
async function field() {
  const rows: { id: string; slug: string; key: string }[] = await knex('ops_console.ops_console_devices as d')
    .join('core.tenancy_tenants as t', 't.id', 'd.tenant_id')
    .where({ 'd.key': 'edge' })
    .select('d.id', 'd.key', 't.slug')
    .orderBy('d.id')
    .limit(SENDERS)
  const devices: Record<string, { host: string; port: number }> = {}
  for (const [i, row] of rows.entries()) {
    devices[`${row.slug}/${row.key}`] = { host: `127.91.240.${i + 1}`, port: 1 }
    await knex('ops_console.ops_console_devices')
      .where({ id: row.id })
      .update({ serial: `0128019${String(i).padStart(5, '0')}`, simulated: true })
  }
  return { community: 'symulator', control: { host: '127.0.0.1', port: 1 }, devices }
}

async function send(): Promise<number> {
  const script = fileURLToPath(new URL('ingest_sender.ts', import.meta.url))
  const { udp, trap } = ingest.ports
  const args = [script, String(udp), String(trap), String(rate), String(seconds), String(SENDERS)]
  const child = spawn(process.execPath, ['--import', '@poppinss/ts-exec', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (part) => (output += part))
  await once(child, 'close')
  return Number(output)
}

/** Waits until nothing waits any more; delays as the events' own clocks tell. */
async function settled() {
  for (let i = 0; i < 300 && ingest.waiting; i++) await wait(50)
  await ingest.flush()
  const { rows } = await knex.raw(
    `select count(*) filter (where quarantined)::integer as isolated from ops_console.ops_console_events`
  )
  if (rows[0].isolated) console.error(`${rows[0].isolated} events were not matched`)
  const seen = delays.sort((a, b) => a - b)
  return {
    p50: seen[seen.length >> 1] ?? 0,
    most: Math.max(seen.at(-1) ?? 0, ingest.counters.longestDelayMs),
  }
}

async function postgresTicks(): Promise<number> {
  let ticks = 0
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (!stat.includes('(postgres)') || !(command.includes('unia_test_1') && command.includes('unia_ops')))
      continue
    const columns = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    ticks += Number(columns[11]) + Number(columns[12])
  }
  return ticks
}

function megabytes(bytes: number) {
  return Math.round(bytes / 2 ** 20)
}

function round(value: number) {
  return Math.round(value * 1000) / 1000
}
