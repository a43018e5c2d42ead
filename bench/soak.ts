/**
 * Does the console stay right and small while the field is never quiet? A city of 91 schools: simulator and collector as
 * processes of their own on a PostgreSQL to be thrown away, with the product's settings; faults at random, and twice an
 * outage of all. What the console wrote is held against the simulator's own record.
 *
 *   node --import @poppinss/ts-exec bench/soak.ts [--minutes 30] [--seed 1] [--keep FOLDER]
 *
 * Prints a table; ends with 1 when an alarm was lost, doubled, without cause or not ended, a state wrong, a DOWN false,
 * or when memory or open handles of the collector grow.
 */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openChainDatabase } from '../ops-console/chain/database.ts'
import { residentMegabytes } from '../ops-console/chain/processor_time.ts'
import { FieldControl } from '../ops-console/simulator/control_client.ts'
import { aCity } from '../ops-console/tests/proof/city.ts'
import { judge, wrongStates, type Violation } from '../ops-console/tests/proof/judge.ts'
import { startPart, until } from '../ops-console/tests/proof/parts.ts'
import { freePorts } from '../ops-console/tests/proof/ports.ts'
import { alarmsIn, statesIn, transitionsIn } from '../ops-console/tests/proof/story.ts'
import { growthPerHour, type Point } from '../ops-console/tests/proof/trend.ts'
import { seeded, TroubleMaker } from '../ops-console/tests/proof/trouble_maker.ts'
import { Truth } from '../ops-console/tests/proof/truth.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    schools: { type: 'string', default: '91' },
    keep: { type: 'string' },
  },
})
const [minutes, seed, schools] = [Number(values.minutes), Number(values.seed), Number(values.schools)]
const CORE = 'um-lublin/core'
/** From the product's settings: three silences at 2 s, a poll every 10 s, the way above asked for at most 60 s. */
const ALLOWED = { silence: 40_000, trouble: 75_000, settled: 75_000 }
const FAULT_EVERY_MS = 4000
const LOOK_EVERY_MS = 5000
const QUIET_WITHIN_S = 420
/** Outages of all: when, as shares of the time, and how long. Only in runs that leave room around them. */
const OUTAGES = minutes >= 10 ? [0.4, 0.75] : []
const OUTAGE_MS = 75_000
/** A collector may grow by this much; judged once the fit has ten minutes to stand on. */
const MOST_MB_PER_HOUR = 24
const MOST_HANDLES_PER_HOUR = 30

const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'unia-soak-')))
await mkdir(folder, { recursive: true })
const database = await openChainDatabase()
const urls = {
  ownerUrl: database.environment.DATABASE_OWNER_URL!,
  opsUrl: database.environment.DATABASE_OPS_URL!,
}
const city = await aCity(urls, schools)
const map = join(folder, 'map.json')
const [metrics, udp, tcp, tls, trap] = (await freePorts(5)).map(String)
const environment = {
  ...database.environment,
  ...{ OPS_INGEST: 'on', OPS_SIMULATOR_MAP: map, OPS_SIMULATOR_FAULTS: 'off', OPS_METRICS_PORT: metrics },
  ...{ OPS_SYSLOG_UDP: udp, OPS_SYSLOG_TCP: tcp, OPS_SYSLOG_TLS: tls, OPS_TRAP_PORT: trap },
}
const simulator = startPart('simulator/main.ts', environment, join(folder, 'simulator.log'))
const collector = startPart('collector.ts', environment, join(folder, 'collector.log'))
const control = new FieldControl(map)
const trouble = new TroubleMaker(control, city.slugs, seeded(seed))
const found = new Map<string, Violation>()
const [memory, handles, lags]: [Point[], Point[], number[]] = [[], [], []]

const truthNow = async () => new Truth(await control.record(), CORE)
const isWell = ({ kind, state }: { kind: string; state: string }) =>
  ['endpoints', 'sepm'].includes(kind) || state === 'UP' || state === 'DEGRADED'
const note = (one: Violation) => {
  const key = `${one.what} ${one.key} ${one.detail}`
  if (!found.has(key)) console.error(new Date(one.at).toISOString(), key)
  found.set(key, found.get(key) ?? one)
}

async function look() {
  const at = Date.now()
  const [states, truth] = [await statesIn(city.ops), await truthNow()]
  wrongStates(states, truth, at, ALLOWED).forEach(note)
  memory.push({ at, value: await residentMegabytes(collector.pid) })
  handles.push({ at, value: (await readdir(`/proc/${collector.pid}/fd`)).length })
  const text = await fetch(`http://127.0.0.1:${metrics}/metrics`, { headers: { connection: 'close' } }).then(
    (answer) => answer.text()
  )
  lags.push(Number(text.match(/^unia_ops_event_loop_lag_seconds (\S+)/m)?.[1] ?? 0) * 1000)
  for (const part of [simulator, collector])
    if (part.ended()) throw new Error(`a process ended: ${part.ended()}, see ${folder}`)
}

async function soak() {
  const began = Date.now()
  const ends = began + minutes * 60_000
  const outages = OUTAGES.map((share) => began + share * minutes * 60_000)
  let [lookAt, backAt] = [began, Infinity]
  for (let now = began; now < ends; now = Date.now()) {
    await trouble.tick(now, FAULT_EVERY_MS)
    if (outages[0]! <= now) {
      outages.shift()
      backAt = now + OUTAGE_MS
      await trouble.core(true)
    }
    if (now >= backAt) {
      backAt = Infinity
      await trouble.core(false)
    }
    if (now >= lookAt) {
      lookAt = now + LOOK_EVERY_MS
      await look()
    }
    await wait(250)
  }
  await trouble.clear()
}

/** Alarms of the record's faults that are still open, once nothing is wrong any more. */
async function settled() {
  let open: string[] = []
  try {
    await until(
      'the quiet field',
      async () => {
        await wait(2000)
        const states = await statesIn(city.ops)
        const alarms = (await alarmsIn(city.ops)).filter(
          ({ to, check }) => to === Infinity && !isUntouched(check)
        )
        open = [
          ...states.filter((one) => !isWell(one)).map(({ key, state }) => `${key} ${state}`),
          ...alarms.map(({ key, check }) => `${key} ${check}`),
        ]
        return open.length === 0
      },
      QUIET_WITHIN_S
    )
  } catch {
    for (const one of open) note({ what: 'wrong state', key: one, at: Date.now(), detail: 'at the end' })
  }
}

let untouched = new Set<string>()
/** What the played city has against it without any fault: old definitions, infected computers. */
const isUntouched = (check: string) => untouched.has(check) || check.startsWith('endpoints_')

/** Somebody on duty, so that alarms are told. */
async function onDuty() {
  const [{ id }] = await city
    .ops('ops_console.ops_console_contacts')
    .insert({
      tenant_id: city.cityId,
      role: 'it',
      name: 'Dyżurna',
      email: 'dyzur@example.org',
      hourly_limit: 1000,
    })
    .returning('id')
  await city.ops('ops_console.ops_console_rotas').update({ contact_ids: [id] })
}

let code = 1
try {
  await until(
    'all entities to answer',
    async () => {
      const states = await statesIn(city.ops)
      return states.length > schools * 2 && states.every(isWell)
    },
    240
  )
  untouched = new Set((await alarmsIn(city.ops)).map(({ check }) => check))
  await onDuty()
  await soak()
  const over = Date.now()
  await settled()
  const record = await control.record()
  const story = {
    ...{ truth: new Truth(record, CORE), alarms: await alarmsIn(city.ops), until: over },
    transitions: await transitionsIn(city.ops),
  }
  const keys = [CORE, ...city.slugs.flatMap((slug) => [`${slug}/cpe`, `${slug}/edge`])]
  judge(keys, story, ALLOWED).forEach(note)
  await writeFile(join(folder, 'story.json'), JSON.stringify({ record, ...story, truth: undefined }))
  code = await told(story)
} finally {
  await collector.stop()
  await simulator.stop()
  await city.close()
  await database.stop()
  if (!values.keep) await rm(folder, { recursive: true, force: true })
}
process.exit(code)

async function told({
  alarms,
  transitions,
}: {
  alarms: { check: string }[]
  transitions: { became: string }[]
}) {
  const warm = memory[0]!.at + Math.min(600_000, minutes * 15_000)
  const after = (points: Point[]) => points.filter(({ at }) => at >= warm)
  const [growth, handleGrowth] = [growthPerHour(after(memory)), growthPerHour(after(handles))]
  const { rows: notices } = await city.ops.raw(
    `select coalesce(sum(n), 0)::integer as told, (count(*) filter (where n > 1))::integer as doubled
     from (select count(*) as n from ops_console.ops_console_notices
       group by incident_id, episode, step, kind, channel, address) d`
  )
  const whats = [
    'lost alarm',
    'doubled alarm',
    'alarm without cause',
    'alarm not ended',
    'false DOWN',
    'wrong state',
  ]
  const of = (what: string) => [...found.values()].filter((one) => one.what === what).length
  const range = (points: Point[]) => {
    const numbers = after(points).map(({ value }) => Math.round(value))
    return `${Math.min(...numbers)} to ${Math.max(...numbers)}, ${Math.round(points.at(-1)!.value)} at the end`
  }
  const rows: Record<string, unknown> = {
    minutes,
    faults: Object.values(trouble.counts).reduce((sum, one) => sum + one, 0),
    ...Object.fromEntries(Object.entries(trouble.counts).map(([name, count]) => [`  ${name}`, count])),
    alarms: alarms.length,
    ...Object.fromEntries(
      [...Map.groupBy(alarms, ({ check }) => check)].map(([check, all]) => [`  ${check}`, all.length])
    ),
    'transitions to DOWN': transitions.filter(({ became }) => became === 'DOWN').length,
    'transitions to UNREACHABLE': transitions.filter(({ became }) => became === 'UNREACHABLE').length,
    'looks at all states': memory.length,
    ...Object.fromEntries(whats.map((what) => [what, of(what)])),
    notices: notices[0].told,
    'doubled notices': notices[0].doubled,
    'memory of the collector, MB': range(memory),
    'MB/h after warming up': growth === null ? null : Math.round(growth * 10) / 10,
    'open handles': range(handles),
    'handles/h': handleGrowth === null ? null : Math.round(handleGrowth * 10) / 10,
    'loop delay, ms, worst 99th percentile of 5 s': Math.round(Math.max(...lags)),
  }
  for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(46)} ${String(value)}`)
  const long = minutes >= 20
  const grows = long && ((growth ?? 0) > MOST_MB_PER_HOUR || (handleGrowth ?? 0) > MOST_HANDLES_PER_HOUR)
  return found.size || notices[0].doubled || grows ? 1 : 0
}
