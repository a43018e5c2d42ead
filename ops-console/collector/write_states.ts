import type { Knex } from 'knex'
import { essential } from '#ops/health/flapping'
import type { DeviceMemory } from '#ops/health/states'
import type { WatchedDevice } from './watched_device.ts'

const TABLE = 'ops_console.ops_console_device_states'

/** What of a device was written last, so that what is the same is not written again. */
export interface Written {
  memory: string
  learnt: number
  interfaces: string
}

/**
 * Writes present states. A device of which only figures changed costs one narrow update; one whose memory, interfaces
 * or inventory changed, and a new one, costs a whole row.
 */
export async function writeStates(
  trx: Knex,
  devices: readonly WatchedDevice[],
  written: WeakMap<WatchedDevice, Written>
) {
  const whole: [WatchedDevice, Written][] = []
  const figures: WatchedDevice[] = []
  for (const device of devices) {
    const now = asWritten(device)
    const before = written.get(device)
    if (before && isSame(before, now)) figures.push(device)
    else whole.push([device, now])
  }
  await updateFigures(trx, figures)
  await upsertWhole(trx, whole)
  for (const [device, now] of whole) written.set(device, now)
}

const isSame = (a: Written, b: Written) =>
  a.memory === b.memory && a.learnt === b.learnt && a.interfaces === b.interfaces

function asWritten(device: WatchedDevice): Written {
  return {
    memory: JSON.stringify(lasting(device.memory)),
    learnt: device.learntRevision,
    // Rates of interfaces change with every poll and stand among the figures; which there are changes rarely.
    interfaces: device.interfaces.map(({ name, up, speedMbps }) => `${name} ${up} ${speedMbps}`).join(),
  }
}

/** The moment of the latest answer has a column of its own. */
const lasting = ({ lastAnswerAt: _, history, ...memory }: DeviceMemory) => ({
  ...memory,
  history: essential(history),
})

const answeredAt = ({ memory }: WatchedDevice) =>
  memory.lastAnswerAt === null ? null : new Date(memory.lastAnswerAt).toISOString()

const arrays = (devices: readonly WatchedDevice[]) => [
  devices.map(({ entry }) => entry.tenantId),
  devices.map(({ entry }) => entry.id),
  devices.map(answeredAt),
  devices.map(({ values }) => JSON.stringify(values)),
  devices.map(({ spark }) => JSON.stringify(spark)),
  devices.map(({ interfaces }) => JSON.stringify(interfaces)),
]

async function updateFigures(trx: Knex, devices: readonly WatchedDevice[]) {
  if (!devices.length) return
  await trx.raw(
    `update ${TABLE} s set last_answer_at = n.at, figures = n.figures, spark = n.spark, interfaces = n.interfaces,
       revision = nextval('ops_console.ops_console_revisions')
     from unnest(?::integer[], ?::uuid[], ?::timestamptz[], ?::jsonb[], ?::jsonb[], ?::jsonb[])
       as n(tenant_id, device_id, at, figures, spark, interfaces)
     where s.tenant_id = n.tenant_id and s.device_id = n.device_id`,
    arrays(devices) as never[]
  )
}

async function upsertWhole(trx: Knex, whole: readonly [WatchedDevice, Written][]) {
  if (!whole.length) return
  const devices = whole.map(([device]) => device)
  await trx.raw(
    `insert into ${TABLE} as s (tenant_id, device_id, last_answer_at, figures, spark, interfaces, state, since, fact,
       memory, learnt, revision)
     select n.*, nextval('ops_console.ops_console_revisions')
     from unnest(?::integer[], ?::uuid[], ?::timestamptz[], ?::jsonb[], ?::jsonb[], ?::jsonb[], ?::text[],
       ?::timestamptz[], ?::jsonb[], ?::jsonb[], ?::jsonb[])
       as n(tenant_id, device_id, at, figures, spark, interfaces, state, since, fact, memory, learnt)
     join ops_console.ops_console_devices d on d.tenant_id = n.tenant_id and d.id = n.device_id
     on conflict (tenant_id, device_id) do update set last_answer_at = excluded.last_answer_at,
       figures = excluded.figures, spark = excluded.spark, interfaces = excluded.interfaces, state = excluded.state,
       since = excluded.since, fact = excluded.fact, memory = excluded.memory, learnt = excluded.learnt,
       revision = excluded.revision`,
    [
      ...arrays(devices),
      devices.map(({ memory }) => memory.state),
      devices.map(({ memory }) => new Date(memory.since).toISOString()),
      devices.map(({ memory }) => memory.fact && JSON.stringify(memory.fact)),
      whole.map(([, { memory }]) => memory),
      devices.map(({ learnt }) => JSON.stringify(learnt)),
    ] as never[]
  )
}
