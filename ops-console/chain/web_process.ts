import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Knex } from 'knex'
import { Server } from 'socket.io'
import parser from 'socket.io-msgpack-parser'
import { openDatabase } from '#ops/database'
import { listenForStates } from '#ops/stream/listen'
import { attachOpsNamespace } from '#ops/stream/namespace'
import { servePart } from './part.ts'

/** The stream as the web process has it; whoever connects is the city's IT. */
const http = createServer()
const io = new Server(http, { parser })
let hub: ReturnType<typeof attachOpsNamespace>
let listener: ReturnType<typeof listenForStates>
let knex: Knex

servePart(
  {
    async start() {
      knex = openDatabase()
      hub = attachOpsNamespace(io, {
        knex,
        authenticate: async () => ({ accountId: 'chain', canCity: true, tenantIds: [] }),
        onError: (error) => console.error(String(error)),
      })
      listener = listenForStates(process.env.DATABASE_OPS_URL!, { states: () => void hub.hint() })
      http.listen(0, '127.0.0.1')
      await once(http, 'listening')
    },
    port: () => (http.address() as AddressInfo).port,
  },
  async () => {
    await listener.close()
    await hub.close()
    await io.close()
    await knex.destroy()
  }
)
