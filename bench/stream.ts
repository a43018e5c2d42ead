/**
 * How long from the decision that something is an incident (the start of the collector's transaction) to the browser? The real
 * table, the real notification, the namespace `/ops` and a client over WebSocket on loopback; opened and closed in turn.
 *
 *   node bin/run.mjs bench/stream.ts [--rounds 100]
 *
 * Brings a database of its own (TEST_DATABASE_URL: uses that server). Prints one line of JSON, milliseconds.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Server } from 'socket.io'
import { io as connect } from 'socket.io-client'
import parser from 'socket.io-msgpack-parser'
import { openTestDatabases } from '../bin/testing/databases.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '100' } } })
const rounds = Number(values.rounds)
const SILENT = { check: 'reachability', severity: 'critical' as const, fact: null }

let stopDatabase: (() => Promise<void>) | null = null
const databases = await openTestDatabases(1, (stop) => (stopDatabase = stop))
Object.assign(process.env, databases.environments[0])
const { openDatabase } = await import('../ops-console/database.ts')
const { keepIncidents } = await import('../ops-console/alarms/keep.ts')
const { attachOpsNamespace } = await import('../ops-console/stream/namespace.ts')
const { listenForStates } = await import('../ops-console/stream/listen.ts')

const [knex, collector] = [openDatabase(), openDatabase(undefined, 1)]
const http = createServer().listen(0, '127.0.0.1')
await once(http, 'listening')
const io = new Server(http, { parser })
const hub = attachOpsNamespace(io, {
  knex,
  authenticate: async () => ({ accountId: 'bench', canCity: true, tenantIds: [] }),
})
const listener = listenForStates(process.env.DATABASE_OPS_URL!, { states: () => void hub.hint() })
const client = connect(`http://127.0.0.1:${(http.address() as AddressInfo).port}/ops`, {
  ...{ parser, transports: ['websocket'] },
})
await client.emitWithAck('join', { room: 'city' })

const edge = await knex('ops_console.ops_console_devices').where({ key: 'edge' }).first('id', 'tenant_id')
const delays: number[] = []
for (let round = 0; round < rounds; round++) {
  // Decisions fall anywhere between two looks.
  await wait(600 + Math.random() * 600)
  const told = nextAbout(edge.id)
  const from = performance.now()
  const wanted = round % 2 ? [] : [SILENT]
  await collector.transaction((trx) =>
    keepIncidents(trx, [{ tenantId: edge.tenant_id, deviceId: edge.id, wanted }], new Date())
  )
  await told
  delays.push(performance.now() - from)
}
delays.sort((a, b) => a - b)
const at = (share: number) =>
  Math.round(delays[Math.min(delays.length - 1, Math.floor(delays.length * share))]!)
console.log(JSON.stringify({ rounds, p50: at(0.5), p99: at(0.99), most: at(1) }))

client.disconnect()
await listener.close()
await hub.close()
await io.close()
await Promise.all([knex.destroy(), collector.destroy()])
await stopDatabase!()
process.exit(at(1) <= 2_000 ? 0 : 1)

/** Resolves when a delta tells of an incident of this device. */
function nextAbout(deviceId: string): Promise<void> {
  return new Promise((resolve) => {
    const hear = ({ changes }: { changes: { incidents?: { deviceId: string | null }[] } }) => {
      if (!changes.incidents?.some((one) => one.deviceId === deviceId)) return
      client.off('delta', hear)
      resolve()
    }
    client.on('delta', hear)
  })
}
