/**
 * What does history cost? Samples of many entities written by COPY against the same rows by multi-row INSERT, the
 * roll-ups over them, and ranges read back; CPU of this process and of PostgreSQL, in one run on a cluster of its own.
 *
 *   node --import @poppinss/ts-exec bench/history.ts [--devices 10000] [--values 30] [--minutes 3] [--batch 1000]
 */
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Knex } from 'knex'
import { openDatabase } from '../ops-console/database.ts'
import { ensureHistory } from '../ops-console/history/days.ts'
import { rollUp } from '../ops-console/history/rollup.ts'
import { writeSamples, type Sample } from '../ops-console/history/samples.ts'
import { seriesRange } from '../ops-console/history/series.ts'
import { monthInterval } from '../ops-console/sla/month.ts'
import { readInputs } from '../ops-console/sla/read_inputs.ts'
import { openTestDatabases } from '../bin/testing/databases.ts'

const { values: options } = parseArgs({
  options: {
    devices: { type: 'string', default: '10000' },
    values: { type: 'string', default: '30' },
    minutes: { type: 'string', default: '3' },
    batch: { type: 'string', default: '1000' },
  },
})
const [devices, width, minutes, batch] = ['devices', 'values', 'minutes', 'batch'].map((name) =>
  Number(options[name as keyof typeof options])
)
const MINUTE = 60_000
const DAY = 86_400_000
const TICKS_PER_SECOND = 100
const START = Math.floor(Date.now() / DAY) * DAY - 4 * DAY

let stop = async () => {}
const databases = await openTestDatabases(1, (end) => (stop = end))
const knex = openDatabase(databases.environments[0].DATABASE_OPS_URL, 2)
const postmaster = Number(
  readFileSync(join(tmpdir(), `unia-test-${process.pid}`, 'postgres', 'postmaster.pid'), 'utf8').split(
    '\n'
  )[0]
)
try {
  await ensureHistory(knex, new Date(START - 5 * DAY), new Date(START + 4 * DAY))
  await write('insert', (rows) => plainInsert(knex, rows), START - 2 * DAY)
  await write('copy', (rows) => writeSamples(knex, rows), START)
  await rollups('one poll a minute', START, minutes)
  await sixPollsAMinute()
  await ranges()
  await account()
} finally {
  await knex.destroy()
  await databases.stop()
  await stop()
}

function samplesOf(at: Date, first = 0, count = devices): Sample[] {
  return Array.from({ length: count }, (_, n) => ({
    ...{ tenantId: 1, deviceId: deviceId(first + n), at: new Date(at.getTime() + (n % 50) * 1000) },
    values: Object.fromEntries(
      Array.from({ length: width }, (_, v) => [`m${v}`, Math.random() * 10 ** (v % 10)])
    ),
  }))
}

function deviceId(n: number) {
  return `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

async function write(what: string, writer: (rows: Sample[]) => Promise<unknown>, start: number) {
  const batches: Sample[][] = []
  for (let minute = 0; minute < minutes; minute++) {
    const rows = samplesOf(new Date(start + minute * MINUTE))
    for (let at = 0; at < rows.length; at += batch) batches.push(rows.slice(at, at + batch))
  }
  await measured(`write by ${what}`, devices * width * minutes, async () => {
    for (const rows of batches) await writer(rows)
  })
}

/** The same rows in the same table, as knex writes them. */
async function plainInsert(pool: Knex, samples: Sample[]) {
  const names = Object.keys(samples[0].values!).sort()
  const { rows } = await pool.raw(
    `with added as (insert into ops_console.ops_console_layouts (names) values (:names) on conflict do nothing returning id)
     select id from added union all select id from ops_console.ops_console_layouts where names = :names::text[]`,
    { names }
  )
  await pool('ops_console.ops_console_samples')
    .insert(
      samples.map(({ tenantId, deviceId: id, at, values }) => ({
        ...{ tenant_id: tenantId, device_id: id, at, layout_id: rows[0].id, answered: true },
        values: names.map((name) => values![name]),
      }))
    )
    .onConflict(['tenant_id', 'device_id', 'at'])
    .ignore()
}

async function rollups(what: string, start: number, spanMinutes: number, polls = 1) {
  let made = 0
  await measured(`roll up, ${what}`, devices * width * spanMinutes * polls, async () => {
    for (let n = -1; n !== 0; made += n) n = await rollUp(knex, new Date(start + 2 * DAY))
  })
  console.log(`  ${made} buckets`)
}

async function sixPollsAMinute() {
  const start = START + DAY
  for (let n = 0; n < 6; n++)
    await writeSamples(
      knex,
      samplesOf(new Date(start + n * 10_000)).map((s) => ({ ...s, at: new Date(start + n * 10_000) }))
    )
  await rollups('six polls a minute', start, 1, 6)
}

/** Ten entities with a week of polls every 20 seconds among all the others. */
async function ranges() {
  const [begin, end] = [new Date(Date.now() - 7 * DAY), new Date()]
  const { rows } = await knex.raw(
    `select id from ops_console.ops_console_layouts where cardinality(names) = ?`,
    [width]
  )
  await knex.raw(
    `insert into ops_console.ops_console_samples (tenant_id, device_id, at, layout_id, answered, values)
     select 1, ('00000000-0000-7000-9000-' || lpad(d::text, 12, '0'))::uuid, at, ?, true, array(select random() * v from generate_series(1, ?) v)
     from generate_series(0, 9) d, generate_series(?::timestamptz, ?::timestamptz, interval '20 seconds') at`,
    [rows[0].id, width, begin, end]
  )
  await knex.raw(
    `insert into ops_console.ops_console_rollup_due (level, at) select '1m', at from generate_series(date_bin('1 minute', ?::timestamptz, 'epoch'), ?, interval '1 minute') at`,
    [begin, end]
  )
  for (let n = -1; n !== 0;) n = await rollUp(knex, end, 1000)
  const [{ count }] = (
    await knex.raw(`select sum(cardinality(values))::bigint as count from ops_console.ops_console_samples`)
  ).rows
  console.log(`ranges over ${Number(count).toLocaleString('en')} raw values`)
  for (const [name, ms] of [
    ['15 min', DAY / 96],
    ['1 h', DAY / 24],
    ['24 h', DAY],
    ['7 d', 7 * DAY],
  ] as const) {
    const times: number[] = []
    let level = ''
    for (let n = 0; n < 40; n++) {
      const place = { tenantId: 1, deviceId: `00000000-0000-7000-9000-${String(n % 10).padStart(12, '0')}` }
      const began = performance.now()
      level = (await seriesRange(knex, place, ['m1', 'm2', 'm3', 'm4'], new Date(end.getTime() - ms), end))
        .level
      times.push(performance.now() - began)
    }
    times.sort((a, b) => a - b)
    console.log(
      `  4 metrics, ${name} (${level}): p50 ${times[20].toFixed(1)} ms, p95 ${times[37].toFixed(1)} ms`
    )
  }
}

/** One link's month: 5 pings a minute. */
async function account() {
  const [month, place] = ['2026-01', { tenantId: 1, deviceId: deviceId(0) }]
  const { from, to } = monthInterval(month)
  await ensureHistory(knex, new Date(from), new Date(to))
  await knex.raw(
    `insert into ops_console.ops_console_link_minutes (tenant_id, device_id, at, sent, received, rtts)
     select 1, ('00000000-0000-7000-8000-' || lpad(to_hex(d), 12, '0'))::uuid, at, 5, 5, array(select random() * v from generate_series(1, 5) v)
     from generate_series(0, 9) d, generate_series(?::timestamptz, ?::timestamptz, interval '1 minute') at`,
    [new Date(from), new Date(to)]
  )
  const link = {
    ...{ ...place, linkId: place.deviceId, unit: '', unitName: '', slug: '', supplier: '', state: 'active' },
    ...{ activatedAt: new Date(from), enteredAt: new Date(from) },
  }
  const limits = { availability: 99.5, latencyP95Ms: 30, lossPercent: 0.5, noticeHours: 72 }
  const began = performance.now()
  for (let n = 0; n < 10; n++) await readInputs(knex, { ...link, deviceId: deviceId(n) }, month, limits)
  console.log(`account of a link's month: ${((performance.now() - began) / 10).toFixed(0)} ms`)
}

async function measured(what: string, values: number, work: () => Promise<void>) {
  const [own, server, began] = [process.cpuUsage(), serverSeconds(), performance.now()]
  await work()
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(own)
  const [node, postgres] = [(user + system) / 1e6, serverSeconds() - server]
  const per = (cpu: number) => ((cpu / values) * 10_000).toFixed(4)
  console.log(
    `${what}: ${Math.round(values / seconds).toLocaleString('en')} values/s; CPU s per 10,000 values ` +
      `${per(node + postgres)} (node ${per(node)}, PostgreSQL ${per(postgres)})`
  )
}

/** CPU seconds of the cluster: its living processes, and those it has already seen end. */
function serverSeconds(): number {
  const stat = (pid: string | number) => {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
  }
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = stat(pid)
      if (fields[1] === postmaster) ticks += fields[11] + fields[12]
      else if (Number(pid) === postmaster) ticks += fields[11] + fields[12] + fields[13] + fields[14]
    } catch {
      // ended meanwhile
    }
  }
  return ticks / TICKS_PER_SECOND
}
