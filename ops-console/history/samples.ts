import type { Knex } from 'knex'
import type { MetricValues } from '#ops/health/metrics'
import { BinaryRows } from './binary_rows.ts'
import { copyBinary } from './copy.ts'
import { ensureHistory } from './days.ts'
import { Layouts, type Layout } from './layouts.ts'
import { keepRollupDue } from './rollup_due.ts'
import { retentionDays } from './retention.ts'
import { samplesWritten, valuesWritten } from './telemetry.ts'

const TABLE = 'ops_console.ops_console_samples'
const COLUMNS = 'tenant_id, device_id, at, layout_id, answered, values'
const DUPLICATE = '23505'
const NO_TABLE = '42P01'

/** One poll of one entity as it is kept. `values` null: it did not answer, which is kept as a gap. */
export interface Sample {
  tenantId: number
  deviceId: string
  at: Date
  values: MetricValues | null
}

const layoutsOf = new WeakMap<object, Layouts>()

/**
 * Writes samples by COPY, a batch a day. A sample of the same entity and instant is kept once, the first; samples of
 * days no longer kept are let go. Give it a transaction to write other things with them; with `atOnce` that one is
 * lost to a duplicate or a missing day (`mayTryAgain`), and costs no savepoint.
 *
 * @throws what the database throws; then nothing of the batch is kept, and the same batch may be given again
 */
export async function writeSamples(knex: Knex, samples: readonly Sample[], { atOnce = false } = {}) {
  if (!samples.length) return
  if (knex.isTransaction) return write(knex as Knex.Transaction, samples, atOnce)
  await knex.transaction((trx) => write(trx, samples, atOnce))
}

/** Whether a batch that failed `atOnce` can be written without that. */
export function mayTryAgain(error: unknown): boolean {
  const { code } = error as { code?: string }
  return code === DUPLICATE || code === NO_TABLE
}

async function write(trx: Knex.Transaction, samples: readonly Sample[], atOnce: boolean) {
  const known = layoutCache(trx)
  let values = 0
  for (const [day, ofDay] of byDay(withoutTwins(samples))) {
    const layouts = await known.of(trx, ofDay)
    await writeDay(trx, day, ofDay, layouts, atOnce)
    values += layouts.reduce((sum, { names }) => sum + names.length, 0)
  }
  await keepRollupDue(
    trx,
    '1m',
    samples.map(({ at }) => at)
  )
  samplesWritten.inc(samples.length)
  valuesWritten.inc(values)
}

/** COPY knows no "on conflict": if a row is already there, the batch is inserted the slow way instead. */
async function writeDay(
  trx: Knex.Transaction,
  day: string,
  samples: Sample[],
  layouts: Layout[],
  atOnce: boolean
) {
  const rows = encode(samples, layouts)
  const target = `${TABLE}_p${day} (${COLUMNS})`
  if (atOnce) return copyBinary(trx, target, rows)
  const send = () => trx.transaction((inner) => copyBinary(inner, target, rows))
  try {
    await send()
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === DUPLICATE) return insertMissing(trx, samples, layouts)
    if (code !== NO_TABLE) throw error
    // The first after a long stop may come before the day's partition; days past retention get none.
    if (!isKept(samples[0].at)) return
    await ensureHistory(trx, samples[0].at, samples[0].at)
    await send()
  }
}

function isKept(at: Date) {
  const age = (Date.now() - at.getTime()) / 86_400_000
  return age > -1 && age < (retentionDays('raw') ?? Infinity)
}

async function insertMissing(trx: Knex.Transaction, samples: Sample[], layouts: Layout[]) {
  const rows = samples.map(({ tenantId, deviceId, at, values }, index) => ({
    ...{ tenant_id: tenantId, device_id: deviceId, at, layout_id: layouts[index].id },
    answered: values !== null,
    values: values && layouts[index].names.map((name) => finite(values[name])),
  }))
  await trx.raw(
    `insert into ${TABLE} (${COLUMNS}) select ${COLUMNS} from jsonb_to_recordset(?) as given
     (tenant_id integer, device_id uuid, at timestamptz, layout_id integer, answered boolean, values double precision[])
     on conflict do nothing`,
    [JSON.stringify(rows)]
  )
}

function encode(samples: Sample[], layouts: Layout[]): Buffer {
  const rows = new BinaryRows()
  samples.forEach(({ tenantId, deviceId, at, values }, index) => {
    const { id, names } = layouts[index]
    rows.row(6)
    rows.int4(tenantId)
    rows.uuid(deviceId)
    rows.timestamp(at)
    rows.int4(id)
    rows.bool(values !== null)
    if (values) rows.float8Array(names.length, (place) => values[names[place]])
    else rows.null()
  })
  return rows.end()
}

function withoutTwins(samples: readonly Sample[]): Sample[] {
  const first = new Map<string, Sample>()
  for (const sample of samples) {
    const key = `${sample.deviceId}${sample.at.getTime()}`
    if (!first.has(key)) first.set(key, sample)
  }
  return first.size === samples.length ? (samples as Sample[]) : [...first.values()]
}

function byDay(samples: Sample[]): Map<string, Sample[]> {
  const days = new Map<string, Sample[]>()
  for (const sample of samples) {
    const day = sample.at.toISOString().slice(0, 10).replaceAll('-', '')
    const list = days.get(day)
    if (list) list.push(sample)
    else days.set(day, [sample])
  }
  return days
}

const finite = (value: number | null | undefined) =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

/** Layouts are remembered for each pool; those added by a transaction that fails are read again. */
function layoutCache(trx: Knex.Transaction): Layouts {
  // The pool's configuration is the one object that it shares with its transactions.
  const pool: object = trx.client.config
  let known = layoutsOf.get(pool)
  if (!known) layoutsOf.set(pool, (known = new Layouts()))
  // A layout of a transaction rolled back does not exist; forgetting all of them is cheap and rare.
  trx.executionPromise.catch(() => layoutsOf.delete(pool))
  return known
}
