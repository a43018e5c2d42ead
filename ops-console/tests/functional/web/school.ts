import { later, type TestPerson } from '@unia/platform/testing'
import { openDatabase } from '#ops/database'
import { Device } from '#ops/inventory/device'
import { DeviceState } from '#ops/health/device_state'
import type { EntityState, Fact } from '#ops/health/states'
import { io as connect, type Socket } from 'socket.io-client'
import parser from 'socket.io-msgpack-parser'

interface Place {
  id: number
  slug: string
}

/** A simulated firewall in a school, working; gone with the school after the test. */
export async function aDevice(unit: Place): Promise<string> {
  const knex = openDatabase(undefined, 2)
  later(async () => void (await knex.destroy()))
  const device = await Device.query(knex)
    .insert({
      ...{ tenant_id: unit.id, key: 'edge', kind: 'edge', model: 'PA-440', serial: `S${unit.id}` },
      ...{ rollout: 'live', simulated: true },
    } as never)
    .returning('*')
  const { id } = device as unknown as Device
  await setState(unit, id, 'UP')
  return id
}

/** Writes a state as the collector does, and says so. */
export async function setState(unit: Place, deviceId: string, state: EntityState, fact: Fact | null = null) {
  const knex = openDatabase(undefined, 1)
  await DeviceState.query(knex)
    .insert({
      ...{
        tenant_id: unit.id,
        device_id: deviceId,
        state,
        fact,
        since: new Date(),
        last_answer_at: new Date(),
      },
      ...{ figures: {}, spark: [], memory: {}, learnt: {}, interfaces: [] },
      revision: knex.raw(`nextval('ops_console.ops_console_revisions')`),
    } as never)
    .onConflict(['tenant_id', 'device_id'])
    .merge()
  await knex.raw(`notify ops_console, 'states'`)
  await knex.destroy()
}

export interface Client {
  socket: Socket
  join: (room: string) => Promise<{ ok: boolean; reason?: string; snapshot?: { devices: { id: string }[] } }>
  /** The state of a device as the next delta about it says. */
  nextState: (deviceId: string) => Promise<string>
  /** Every device named in a delta. */
  seen: string[]
}

/** A browser tab of this person on the stream; rejects when the server refuses. */
export async function onStream(person: Pick<TestPerson, 'token'> | null): Promise<Client> {
  const socket = connect(`http://${process.env.HOST}:${process.env.PORT}/ops`, {
    ...{ parser, transports: ['websocket'], forceNew: true, reconnection: false },
    extraHeaders: person ? { cookie: `unia-session=${person.token}` } : {},
  })
  later(async () => void socket.disconnect())
  const seen: string[] = []
  const waiting = new Map<string, (state: string) => void>()
  socket.on('delta', (delta: { changes: { devices: { id: string; state: string }[] } }) => {
    for (const { id, state } of delta.changes.devices) {
      seen.push(id)
      waiting.get(id)?.(state)
    }
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return {
    ...{ socket, seen },
    join: (room) => socket.timeout(3000).emitWithAck('join', { room }),
    nextState: (deviceId) => new Promise((resolve) => waiting.set(deviceId, resolve)),
  }
}
