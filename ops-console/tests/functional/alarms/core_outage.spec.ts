import { test } from '@japa/runner'
import { openDesk, runDesk } from '#ops/alarms/desk'
import { Incident } from '#ops/alarms/incident'
import { keepIncidents } from '#ops/alarms/keep'
import type { DeviceIncidents } from '#ops/alarms/plan'
import { impactsOf } from '#ops/alarms/outbox'
import {
  aContact,
  aNetwork,
  after,
  cutOff,
  down,
  notebook,
  onDuty,
  states,
  up,
  type Network,
} from './network.ts'

const SCHOOLS = 91

test.group('An outage of the city’s core', (group) => {
  let network: Network
  let start: Date
  group.tap((each) => each.timeout(60_000))
  group.each.setup(async () => {
    network = await aNetwork(SCHOOLS)
    start = new Date('2026-11-24T10:00:00Z')
    await openDesk(network.ops, start)
    await onDuty(network, [await aContact(network)])
    await states(network.ops, [...network.cpes, ...network.edges, network.core], 'UP', after(start, -10))
    return () => network.close()
  })

  const keep = (devices: DeviceIncidents[], seconds: number) =>
    network.ops.transaction((trx) => keepIncidents(trx, devices, after(start, seconds)))
  const open = () => Incident.query(network.ops).whereNull('closed_at')

  /** The order in which the city falls: a list of flushes. */
  const orders: Record<string, (n: Network) => DeviceIncidents[][]> = {
    'the core first': (n) => [[down(n.core)], [...n.cpes, ...n.edges].map(cutOff(n.core))],
    'all in one flush': (n) => [[...[...n.edges, ...n.cpes].map(cutOff(n.core)), down(n.core)]],
    'firewalls, then links, then the core': (n) => [
      n.edges.map(down),
      [...n.cpes.map(down)],
      // The firewalls hang on links that are down; the core is not known yet.
      n.edges.map((edge, i) => cutOff(n.cpes[i]!)(edge)),
      [down(n.core), ...n.cpes.map(cutOff(n.core)), ...n.edges.map(cutOff(n.core))],
    ],
    'half of the links before the core, the rest after it': (n) => [
      n.cpes.slice(0, 45).map(down),
      [down(n.core)],
      [...n.edges, ...n.cpes].map(cutOff(n.core)),
    ],
  }

  for (const [name, order] of Object.entries(orders)) {
    test(`${name}: one incident, one notice, 182 impacted; one word at the end`, async ({ assert }) => {
      const { sent, senders } = notebook()
      const desk = (seconds: number) => runDesk(network.ops, { now: after(start, seconds), senders })
      let second = 0
      for (const flush of order(network)) {
        await keep(flush, second++)
        await desk(second)
      }
      // The same said again and again, as each poll does.
      await keep([...network.cpes, ...network.edges].map(cutOff(network.core)), 30)
      await keep([down(network.core)], 31)
      await desk(90)

      const [incident, ...others] = await open()
      assert.equal(incident!.device_id, network.core.deviceId)
      assert.lengthOf(others, 0)
      assert.deepEqual(await impactsOf(network.ops, incident!.id), { cpe: SCHOOLS, edge: SCHOOLS })
      assert.deepEqual(
        sent.map(({ kind }) => kind),
        ['problem']
      )

      // The core is back, and in the same moment all that hung on it counts as down on its own.
      await keep([up(network.core), ...[...network.cpes, ...network.edges].map(down)], 200)
      assert.lengthOf(await open(), 0)
      await keep([...network.cpes, ...network.edges].map(up), 215)
      await desk(216)
      await desk(300)
      assert.lengthOf(await open(), 0)
      assert.deepEqual(
        sent.map(({ kind }) => kind),
        ['problem', 'recovered']
      )
      const lasting = await network.ops('ops_console.ops_console_impacts').whereNull('to_at')
      assert.lengthOf(lasting, 0)
    })
  }

  test('a school that stays silent when the core is back has an incident of its own after the grace', async ({
    assert,
  }) => {
    const [lost] = network.edges
    await keep([down(network.core), ...network.edges.map(cutOff(network.core))], 0)
    await keep([up(network.core), ...network.edges.map(down)], 100)
    await keep(network.edges.slice(1).map(up), 110)
    await keep([down(lost!)], 120)
    assert.lengthOf(await open(), 0)
    await keep([down(lost!)], 195)
    const [own] = await open()
    assert.equal(own!.device_id, lost!.deviceId)
  })

  test('the number of queries does not grow with the schools, but for the facts told to other parts', async ({
    assert,
  }) => {
    const count = async (devices: DeviceIncidents[], seconds: number) => {
      let queries = 0
      await network.ops.transaction(async (trx) => {
        trx.on(
          'query',
          ({ sql }: { sql: string }) => (queries += /^COMMIT|bus_outbox|clock_timestamp/.test(sql) ? 0 : 1)
        )
        await keepIncidents(trx, devices, after(start, seconds))
      })
      return queries
    }
    assert.isAtMost(await count([...network.cpes, ...network.edges].map(up), 0), 2)
    assert.isAtMost(await count([down(network.core), ...network.edges.map(cutOff(network.core))], 1), 14)
    assert.isAtMost(await count(network.cpes.map(down), 2), 12)
  })

  test('connectivity of each school is told once when it goes and once when it is back', async ({
    assert,
  }) => {
    const told = async () => {
      const rows = await network
        .owner('core.bus_outbox')
        .where('type', 'like', '%connectivity_changed%')
        .select('payload')
      return rows.map(({ payload }) => payload.data.connected as boolean)
    }
    await keep(network.edges.map(down), 0)
    assert.deepEqual(
      await told(),
      network.edges.map(() => false)
    )
    await keep([down(network.core), ...network.edges.map(cutOff(network.core))], 1)
    assert.lengthOf(await told(), SCHOOLS)
    await keep([up(network.core), ...network.edges.map(up)], 60)
    assert.deepEqual(await told(), [...network.edges.map(() => false), ...network.edges.map(() => true)])
  })
})
