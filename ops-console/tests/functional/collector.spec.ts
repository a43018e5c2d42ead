import { test } from '@japa/runner'
import type { Knex } from 'knex'
import { Incident } from '#ops/alarms/incident'
import { loadRoster, type RosterEntry } from '#ops/collector/roster'
import { Watch } from '#ops/collector/watch'
import { Writer } from '#ops/collector/writer'
import { DeviceState } from '#ops/health/device_state'
import { deviceDetails } from '#ops/history/device_details'
import { sampleRange } from '#ops/history/range'
import { keepHistoryDays } from '#ops/history/days'
import { openSecrets } from '#ops/inventory/credentials'
import { Device } from '#ops/inventory/device'
import { holdLease, releaseLease } from '#ops/scheduler/lease'
import { Field } from '#ops/simulator/field'
import { twoSchools } from './city.ts'

const KEY = Buffer.alloc(32, 1).toString('base64')
const TIMING = { timeoutMs: 60, attempts: 1 }
const COMMUNITY = 'proba'

type City = Awaited<ReturnType<typeof twoSchools>>

test.group('The collector and its tables', (group) => {
  let city: City
  let ops: Knex
  let field: Field
  let entries: RosterEntry[]

  group.each.setup(async () => {
    city = await twoSchools()
    ops = city.ops
    await city.sync(city.units)
    field = new Field({ community: COMMUNITY, layout: 'ports' })
    await field.add(city.units.map((unit) => ({ key: `${unit.slug}/edge`, model: 'PA-440' })))
    entries = await roster()
    return async () => {
      field.stop()
      await city.close()
    }
  })

  /** The firewalls of our two schools only, with the field's addresses put in. */
  async function roster() {
    const all = await loadRoster(ops, '/nowhere/simulator.json')
    const ours = all.filter((entry) => city.units.some((unit) => unit.tenantId === entry.tenantId))
    return ours
      .filter(({ kind }) => kind === 'edge')
      .map((entry) => ({
        ...entry,
        target: { ...field.agents.get(`${entry.unit}/edge`)!.address, community: COMMUNITY },
      }))
  }

  /** A collector run: takes kept states over, as after a restart. */
  async function run(turns: number, who = entries) {
    const writer = new Writer(ops)
    const watch = new Watch(TIMING, (change) => writer.add(change))
    const kept = await DeviceState.query(ops).whereIn(
      'device_id',
      who.map((entry) => entry.id)
    )
    watch.takeRoster(who, new Map(kept.map((row) => [row.device_id, row])), Date.now())
    for (let i = 0; i < turns; i++) {
      for (const entry of who) await watch.turn(entry.id, new AbortController().signal)
    }
    await writer.flush()
    watch.close()
  }

  const stateOf = (entry: RosterEntry) =>
    DeviceState.query(ops).findById([entry.tenantId, entry.id]).throwIfNotFound()
  const open = () =>
    Incident.query(ops)
      .whereIn(
        'tenant_id',
        entries.map((entry) => entry.tenantId)
      )
      .whereNull('closed_at')

  test('two schools that answer are up, with figures, samples and a growing revision', async ({ assert }) => {
    await run(2)
    const [a, b] = [await stateOf(entries[0]), await stateOf(entries[1])]
    assert.equal(a.state, 'UP')
    assert.isAbove(a.figures.sessions!, 0)
    assert.lengthOf(a.spark, 2)
    assert.notEqual(a.revision, b.revision)
    await run(1)
    assert.isTrue(BigInt((await stateOf(entries[0])).revision) > BigInt(a.revision))
  })

  test('an outage survives a restart of the collector and opens one incident', async ({ assert }) => {
    await run(1)
    await field.command('ops-a/edge', { fault: 'mute', value: true })
    await run(2)
    assert.equal((await stateOf(entries[0])).state, 'UNKNOWN')
    assert.lengthOf(await open(), 0)
    await run(1)
    assert.equal((await stateOf(entries[0])).state, 'DOWN')
    await run(2)
    assert.deepEqual(
      (await open()).map((incident) => incident.check_code),
      ['reachability']
    )
    await field.command('ops-a/edge', { fault: 'clear' })
    await run(2)
    assert.equal((await stateOf(entries[0])).state, 'UP')
    assert.lengthOf(await open(), 0)
  })

  test('an outage soon after another is the same incident again', async ({ assert }) => {
    await run(1)
    for (let i = 0; i < 2; i++) {
      await field.command('ops-a/edge', { fault: 'mute', value: true })
      await run(3)
      await field.command('ops-a/edge', { fault: 'clear' })
      await run(2)
    }
    const all = await Incident.query(ops).where({ device_id: entries[0].id, check_code: 'reachability' })
    assert.lengthOf(all, 1)
    assert.equal(all[0].reopened, 1)
  })

  test('the page of a device tells what it is and what happened to it', async ({ assert }) => {
    await run(1)
    await field.command('ops-a/edge', { fault: 'mute', value: true })
    await run(3)
    const place = { tenantId: entries[0].tenantId, deviceId: entries[0].id }
    const details = await deviceDetails(ops, place)
    assert.equal(details!.learnt.model, 'PA-440')
    assert.deepEqual(
      details!.transitions.map((one) => one.became),
      ['DOWN', 'UNKNOWN', 'UP']
    )
    assert.deepEqual(
      details!.openIncidents.map((one) => one.check),
      ['reachability']
    )
    assert.isNull(await deviceDetails(ops, { ...place, tenantId: entries[1].tenantId }))
  })

  test('a school without an address is unknown, never down', async ({ assert }) => {
    await run(5, [{ ...entries[0], target: null }])
    const state = await stateOf(entries[0])
    assert.equal(state.state, 'UNKNOWN')
    assert.equal(state.fact?.code, 'not_measured')
  })

  test('a chart shows silence as a gap and not as zero', async ({ assert }) => {
    await run(1)
    await field.command('ops-a/edge', { fault: 'mute', value: true })
    const place = { tenantId: entries[0].tenantId, deviceId: entries[0].id }
    const points = await sampleRange(ops, place, new Date(Date.now() - 60_000), new Date(), 6)
    assert.isAtLeast(points.length, 6)
    assert.isNull(points[0].sessions)
    assert.isAbove(points.at(-1)!.sessions ?? points.at(-2)!.sessions!, 0)
  })

  test('day partitions are kept through the functions of the owner', async ({ assert }) => {
    await keepHistoryDays(ops, 8)
    const { rows } = await ops.raw(
      `select count(*)::integer as days from pg_inherits where inhparent = 'ops_console.ops_console_samples'::regclass`
    )
    assert.isAtLeast(rows[0].days, 3)
    await assert.rejects(() => ops.raw('drop table ops_console.ops_console_samples'))
  })

  test('a school gone from the files is retired, kept, and comes back', async ({ assert }) => {
    // Its firewall, the terminal of its link and its workstations.
    assert.equal((await city.sync(city.units.slice(1))).retired, 3)
    assert.equal((await Device.query(ops).findById([entries[0].tenantId, entries[0].id]))?.rollout, 'retired')
    assert.deepEqual(await city.sync(city.units), { added: 0, changed: 3, retired: 0, refused: [] })
  })

  test('a community is stored sealed and opened for its device', async ({ assert }) => {
    const before = process.env.UNIA_DATA_KEY
    process.env.UNIA_DATA_KEY = KEY
    const { storeSecret } = await import('#ops/inventory/credentials')
    const { dataKey } = await import('#ops/inventory/sealing')
    const place = { tenantId: entries[0].tenantId, deviceId: entries[0].id, field: 'community-test' }
    await storeSecret(ops, dataKey(), place, 'tajna')
    const row = await ops('ops_console.ops_console_credentials').where({ device_id: entries[0].id }).first()
    assert.isFalse(row.sealed.includes('tajna'))
    assert.equal((await openSecrets(ops, dataKey(), 'community-test')).get(entries[0].id), 'tajna')
    if (before === undefined) delete process.env.UNIA_DATA_KEY
    else process.env.UNIA_DATA_KEY = before
  })

  test('of two collectors one polls', async ({ assert }) => {
    const name = 'test-polling'
    assert.isTrue(await holdLease(ops, 'first', 30, name))
    assert.isFalse(await holdLease(ops, 'second', 30, name))
    assert.isTrue(await holdLease(ops, 'first', 30, name), 'renewed')
    await releaseLease(ops, 'first', name)
    assert.isTrue(await holdLease(ops, 'second', 0, name))
    assert.isTrue(await holdLease(ops, 'first', 30, name), 'the lease had run out')
    await releaseLease(ops, 'first', name)
  })
})
