import { createServer, type Server as HttpServer } from 'node:http'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo, Socket as NetSocket } from 'node:net'
import { test } from '@japa/runner'
import type { Knex } from 'knex'
import { Server, type Socket as ServerSocket } from 'socket.io'
import { io as connect, type Socket } from 'socket.io-client'
import parser from 'socket.io-msgpack-parser'
import { DeviceState } from '#ops/health/device_state'
import { attachOpsNamespace, type JoinReply } from '#ops/stream/namespace'
import type { OpsViewer } from '#ops/stream/rooms'
import { changesSince, snapshot, type Snapshot } from '#ops/stream/snapshot'
import { twoSchools } from './city.ts'

type City = Awaited<ReturnType<typeof twoSchools>>
interface Delta {
  room: string
  seq: number
  changes: { devices: { unit: string; state: string }[] }
}

test.group('The wall and the directors', (group) => {
  let city: City
  let ops: Knex
  let http: HttpServer
  let io: Server
  let hub: ReturnType<typeof attachOpsNamespace>
  let viewers: Record<string, OpsViewer | null>
  const clients: Socket[] = []

  group.each.setup(async () => {
    city = await twoSchools()
    ops = city.ops
    await city.sync(city.units)
    for (const unit of city.units) await setState(unit.tenantId, 'UP')
    viewers = {
      it: { accountId: 'it', canCity: true, tenantIds: [] },
      a: { accountId: 'a', canCity: false, tenantIds: [city.units[0].tenantId] },
      b: { accountId: 'b', canCity: false, tenantIds: [city.units[1].tenantId] },
    }
    http = createServer()
    io = new Server(http, { parser })
    hub = attachOpsNamespace(io, {
      knex: ops,
      everyMs: 0,
      authenticate: async (handshake) => viewers[handshake.auth.who] ?? null,
    })
    http.listen(0, '127.0.0.1')
    await once(http, 'listening')
    return async () => {
      clients.splice(0).forEach((client) => client.disconnect())
      await hub.close()
      await io.close()
      await city.close()
    }
  })

  async function setState(tenantId: number, state: string, more: object = {}) {
    const device = await ops('ops_console.ops_console_devices').where({ tenant_id: tenantId }).first('id')
    const row = { tenant_id: tenantId, device_id: device.id, state, since: new Date(), ...more }
    const revision = ops.raw(`nextval('ops_console.ops_console_revisions')`)
    await DeviceState.query(ops)
      .insert({ ...row, revision } as never)
      .onConflict(['tenant_id', 'device_id'])
      .merge()
  }

  async function client(who: string) {
    const { port } = http.address() as AddressInfo
    const socket = connect(`http://127.0.0.1:${port}/ops`, {
      auth: { who },
      parser,
      transports: ['websocket'],
    })
    clients.push(socket)
    const deltas: Delta[] = []
    socket.on('delta', (delta: Delta) => deltas.push(delta))
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    const join = (room: string, left: { epoch?: string; seq?: number } = {}): Promise<JoinReply> =>
      socket.timeout(8000).emitWithAck('join', { room, ...left })
    return { socket, deltas, join }
  }

  const settle = () => new Promise((resolve) => setTimeout(resolve, 60))

  test('a director sees the own school and not the other one', async ({ assert }) => {
    const [a, b] = [await client('a'), await client('b')]
    const own = await a.join('unit:ops-a')
    assert.isTrue(own.ok)
    assert.deepEqual(
      own.snapshot!.devices.map((device) => device.unit),
      ['ops-a']
    )
    assert.isFalse((await a.join('unit:ops-b')).ok)
    assert.isFalse((await a.join('city')).ok)
    assert.isTrue((await b.join('unit:ops-b')).ok)
    await setState(city.units[0].tenantId, 'DOWN')
    await hub.hint()
    await settle()
    assert.deepEqual(
      a.deltas.map((delta) => delta.changes.devices[0].state),
      ['DOWN']
    )
    assert.deepEqual(b.deltas, [])
  })

  test('a room that does not exist is answered like one that is forbidden', async ({ assert }) => {
    const a = await client('a')
    const [foreign, none] = [await a.join('unit:ops-b'), await a.join('unit:nie-ma')]
    assert.deepEqual(foreign, none)
    assert.isFalse((await a.join('device:zzz')).ok)
    assert.isFalse((await a.join(null as unknown as string)).ok)
  })

  test('the wall gets numbered deltas without a gap', async ({ assert }) => {
    const it = await client('it')
    const { seq, snapshot: whole } = await it.join('city')
    assert.includeMembers(
      whole!.devices.map((device) => device.unit),
      ['ops-a', 'ops-b']
    )
    for (const state of ['UNKNOWN', 'DOWN', 'UP']) {
      await setState(city.units[0].tenantId, state)
      await hub.hint()
    }
    await settle()
    const mine = it.deltas.filter((delta) => delta.changes.devices.some((device) => device.unit === 'ops-a'))
    assert.deepEqual(
      it.deltas.map((delta) => delta.seq),
      it.deltas.map((_, i) => seq! + 1 + i)
    )
    assert.deepEqual(
      mine.map((delta) => delta.changes.devices.at(-1)!.state),
      ['UNKNOWN', 'DOWN', 'UP']
    )
  })

  test('who was away gets exactly the deltas that went out meanwhile', async ({ assert }) => {
    const a = await client('a')
    const { epoch, seq } = await a.join('unit:ops-a')
    a.socket.disconnect()
    for (const state of ['UNKNOWN', 'DOWN']) {
      await setState(city.units[0].tenantId, state)
      await hub.hint()
    }
    const back = await client('a')
    const reply = await back.join('unit:ops-a', { epoch, seq })
    assert.notProperty(reply, 'snapshot')
    assert.deepEqual(
      reply.missed!.map((one) => [one.seq, one.changes.devices[0]!.state]),
      [
        [seq! + 1, 'UNKNOWN'],
        [seq! + 2, 'DOWN'],
      ]
    )
    assert.equal(reply.seq, seq! + 2)
    const restarted = await back.join('unit:ops-a', { epoch: 'of another process', seq })
    assert.equal(restarted.snapshot!.devices[0]!.state, 'DOWN')
    const future = await back.join('unit:ops-a', { epoch, seq: 999 })
    assert.isDefined(future.snapshot)
  })

  test('a mark of another room opens nothing', async ({ assert }) => {
    const [a, b] = [await client('a'), await client('b')]
    const { epoch, seq } = await b.join('unit:ops-b')
    assert.deepEqual(await a.join('unit:ops-b', { epoch, seq }), { ok: false, reason: 'forbidden' })
  })

  test('changes between two looks arrive as one', async ({ assert }) => {
    const { revision } = await snapshot(ops, city.units[0].tenantId)
    for (const state of ['UNKNOWN', 'DOWN', 'UP', 'DEGRADED']) await setState(city.units[0].tenantId, state)
    const changes = await changesSince(ops, city.units[0].tenantId, revision)
    assert.deepEqual(
      changes.devices.map((device) => device.state),
      ['DEGRADED']
    )
    assert.lengthOf((await changesSince(ops, city.units[0].tenantId, changes.revision)).devices, 0)
  })

  test('a right that was taken away ends the view at once', async ({ assert }) => {
    const a = await client('a')
    await a.join('unit:ops-a')
    const denied = new Promise((resolve) => a.socket.once('denied', resolve))
    viewers.a = { ...viewers.a!, tenantIds: [] }
    await hub.revoke('a')
    assert.deepEqual(await denied, { room: 'unit:ops-a' })
    await setState(city.units[0].tenantId, 'DOWN')
    await hub.hint()
    await settle()
    assert.deepEqual(a.deltas, [])
  })

  test('a signed-out account is disconnected and cannot come back', async ({ assert }) => {
    const a = await client('a')
    const gone = new Promise((resolve) => a.socket.once('disconnect', resolve))
    viewers.a = null
    await hub.revoke('a')
    await gone
    await assert.rejects(() => client('a'))
  })

  test('who does not read costs bounded memory, holds nobody up, and gets the whole when reading again', async ({
    assert,
  }) => {
    const [slow, quick] = [await client('it'), await client('it')]
    await slow.join('city')
    await quick.join('city')
    const seat = io.of('/ops').sockets.get(slow.socket.id!)!
    const wire = (slow.socket.io.engine.transport as unknown as { ws: { _socket: NetSocket } }).ws._socket
    wire.pause()
    const spared = () => quick.deltas.length - slow.deltas.length
    const most = { packets: 0, bytes: 0 }
    for (let number = 0; number < WIDE_DELTAS; number++) {
      await setState(city.units[0].tenantId, number % 2 ? 'DOWN' : 'UP', {
        figures: { number, padding: randomBytes(WIDE / 2).toString('hex') },
      })
      const told = once(quick.socket as never, 'delta')
      await hub.hint()
      await told
      most.packets = Math.max(most.packets, waitingPackets(seat))
      most.bytes = Math.max(most.bytes, waitingBytes(seat))
    }
    assert.isAtLeast(quick.deltas.length, WIDE_DELTAS)
    assert.isAbove(most.packets, 4, 'the connection was really full')
    assert.isAtMost(most.packets, 20)
    assert.isBelow(most.bytes, 40 * WIDE)

    const whole = new Promise<{ seq: number; snapshot: Snapshot }>((resolve) =>
      slow.socket.once('snapshot', resolve)
    )
    wire.resume()
    const looking = setInterval(() => void hub.hint(), 50)
    const { seq, snapshot: state } = await whole
    clearInterval(looking)
    assert.isAbove(spared(), 0)
    const device = state.devices.find(({ unit }) => unit === 'ops-a')!
    assert.equal((device.figures as { number: number }).number, WIDE_DELTAS - 1)
    const next = once(slow.socket as never, 'delta')
    await setState(city.units[0].tenantId, 'DOWN')
    await hub.hint()
    assert.equal(((await next)[0] as Delta).seq, seq + 1)
  }).timeout(90_000)
})

/** One delta fills a good part of what the kernel keeps for a connection. */
const WIDE = 500_000
const WIDE_DELTAS = 60

const waitingPackets = ({ conn }: ServerSocket) =>
  (conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length

/** What Node keeps for the connection beyond the packets that wait. */
const waitingBytes = ({ conn }: ServerSocket) =>
  (conn.transport as unknown as { socket: { bufferedAmount: number } }).socket.bufferedAmount
