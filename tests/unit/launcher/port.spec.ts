import { createServer, type AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { listeners, portOwner, requirePort } from '../../../bin/launcher/port.ts'
import { explain } from '../../../bin/messages.ts'

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:0D05 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 100 0 0 10 0
   1: 0100007F:0D05 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0 20 4 30 10 -1
   2: 0100007F:0D06 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4713 1 0 100 0 0 10 0`

test.group('The port of a city', () => {
  test('a taken port is refused with the way out', async ({ assert, cleanup }) => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    cleanup(() => void server.close())
    const { port } = server.address() as AddressInfo
    const error = await requirePort('127.0.0.1', port).catch((reason: unknown) => reason)
    assert.containsSubset(error, { code: 'E_PORT_TAKEN', details: { port } })
    assert.match(explain(error), new RegExp(`Port ${port} jest zajęty.*PORT=\\d+ npm start`))
  })

  test('a free port is let through', async ({ assert }) => {
    await assert.doesNotReject(() => requirePort('127.0.0.1', 0))
  })

  test('an address of another machine is named as such', async ({ assert }) => {
    const error = await requirePort('192.0.2.7', 3333).catch((reason: unknown) => reason)
    assert.containsSubset(error, { code: 'E_HOST_UNKNOWN', details: { host: '192.0.2.7' } })
  })

  test('only listening sockets of the port count', ({ assert }) => {
    assert.deepEqual(listeners(TABLE, 3333), ['4711'])
    assert.deepEqual(listeners(TABLE, 50_000), [])
  })

  test('the owner of a port is found', async ({ assert, cleanup }) => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    cleanup(() => void server.close())
    assert.equal(portOwner((server.address() as AddressInfo).port)?.pid, process.pid)
  }).skip(process.platform !== 'linux', 'needs /proc')
})
