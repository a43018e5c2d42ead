import { once } from 'node:events'
import { test } from '@japa/runner'
import native from 'snmp-native'
import { IF_TABLE_LAST_CHANGE, INTERFACE, SYSTEM } from '#ops/probes/snmp/oids'
import { openSnmp, type OpenOptions } from '#ops/probes/snmp/open'
import type { SnmpTarget, SnmpUser } from '#ops/probes/snmp/transport'
import { oidBytes } from '#ops/simulator/ber'
import { encodeResponse, parseRequest, versionOf } from '#ops/simulator/snmp/message'
import { boundSocket, endOf, sevens, udpAgent, type UdpAgent } from './udp_agent.ts'

const USER: SnmpUser = {
  ...{ user: 'unia', level: 'authPriv', auth: 'sha256', authKey: 'haslo-auth' },
  ...{ priv: 'aes', privKey: 'haslo-priv' },
}
const WAYS: { name: string; options: OpenOptions; target: Partial<SnmpTarget> }[] = [
  { name: 'shared sockets', options: {}, target: { community: 'szkola' } },
  { name: 'a session of snmp-native', options: { through: 'session' }, target: { community: 'szkola' } },
]

for (const { name, options, target } of WAYS) {
  test.group(`SNMP v2c over ${name} believes little`, (group) => {
    const open: UdpAgent[] = []
    const ended: (() => void)[] = []
    group.each.teardown(() => {
      for (const end of ended.splice(0)) end()
      for (const agent of open.splice(0)) agent.close()
    })

    const agent = async (...args: Parameters<typeof udpAgent>) => {
      const made = await udpAgent(...args)
      open.push(made)
      return made
    }
    const client = async ({ host, port }: UdpAgent, timing = { timeoutMs: 150, attempts: 2 }) => {
      const transport = await openSnmp({ host, port, ...timing, ...target }, options)
      ended.push(() => transport.close())
      return transport
    }

    test('a dead host is an error, not an empty success', async ({ assert }) => {
      const transport = await client(await agent())
      assert.equal(await endOf(transport.get(Object.values(SYSTEM))), 'no_answer')
      assert.equal(await endOf(transport.walk(INTERFACE.name)), 'no_answer')
    })

    test('a datagram that is no SNMP ends nothing, and the good reply after it counts', async ({
      assert,
    }) => {
      const rubbish = ['', '47', '30820100', '3003020101', '30050201010401'].map((hex) =>
        Buffer.from(hex, 'hex')
      )
      const noisy = await agent((bytes, from, socket) => {
        for (const bad of rubbish) socket.send(bad, from.port, from.address)
        socket.send(sevens(bytes), from.port, from.address)
      })
      const transport = await client(noisy)
      assert.equal((await transport.get([SYSTEM.uptime])).size, 1)
      assert.isAtLeast(transport.dropped.malformed, 4)
    })

    test('a reply under the right id from another sender is not taken', async ({ assert }) => {
      const stranger = await boundSocket()
      ended.push(() => stranger.close())
      const silent = await agent((bytes, from) => stranger.send(sevens(bytes), from.port, from.address))
      const transport = await client(silent)
      assert.equal(await endOf(transport.get([SYSTEM.uptime])), 'no_answer')
      assert.isAbove(transport.dropped.foreign, 0)
    })

    test('a reply of another community is not taken', async ({ assert }) => {
      const other = await agent((bytes, from, socket) =>
        socket.send(sevens(bytes, { community: 'obca' }), from.port, from.address)
      )
      const transport = await client(other)
      assert.equal(await endOf(transport.get([SYSTEM.uptime])), 'malformed')
    })

    test('our own question sent back is no answer', async ({ assert }) => {
      const echo = await agent((bytes, from, socket) => socket.send(bytes, from.port, from.address))
      assert.equal(await endOf((await client(echo)).get([SYSTEM.uptime])), 'malformed')
    })

    test('a reply to a question that nobody asked is not taken', async ({ assert }) => {
      const other = await agent((bytes, from, socket) => {
        const { id } = parseRequest(bytes)!
        socket.send(sevens(bytes, { id: (id + 1) & 0x7fffffff }), from.port, from.address)
      })
      assert.notEqual(await endOf((await client(other)).get([SYSTEM.uptime])), 'answered')
    })

    test('a walk that does not advance ends after one reply', async ({ assert }) => {
      const row = { name: oidBytes(`${INTERFACE.name}.1`), value: { tag: 0x04, value: 'ether1' } as const }
      const looping = await agent((bytes, from, socket) =>
        socket.send(encodeResponse(parseRequest(bytes)!, [row]), from.port, from.address)
      )
      assert.equal(await endOf((await client(looping)).walk(INTERFACE.name)), 'partial')
      assert.isAtMost(looping.asked.length, 2)
    })

    test('a counter above 2^63 keeps its last octet', async ({ assert }) => {
      const value = 2n ** 64n - 3n
      const wide = await agent((bytes, from, socket) => {
        const request = parseRequest(bytes)!
        const answers = request.names.map((one) => ({ name: one, value: { tag: 0x46, value } as const }))
        socket.send(encodeResponse(request, answers), from.port, from.address)
      })
      const values = await (await client(wide)).get([INTERFACE.in64])
      assert.deepEqual(values.get(INTERFACE.in64), { type: 'counter64', value })
    })

    test('a reply that leaves a value out is not whole', async ({ assert }) => {
      const short = await agent((bytes, from, socket) => socket.send(oneOf(bytes), from.port, from.address))
      assert.equal(await endOf((await client(short)).get([SYSTEM.uptime, SYSTEM.name])), 'partial')
    })

    test('questions are v2c and can be asked again with the same list', async ({ assert }) => {
      const good = await agent((bytes, from, socket) => socket.send(sevens(bytes), from.port, from.address))
      const transport = await client(good)
      const oids = Object.freeze([SYSTEM.uptime, IF_TABLE_LAST_CHANGE])
      await transport.get(oids)
      assert.equal((await transport.get(oids)).size, 2)
      assert.deepEqual(good.asked.map(versionOf), [1, 1])
      assert.notEqual(parseRequest(good.asked[0])!.id, parseRequest(good.asked[1])!.id)
    })

    test('closing ends open questions', async ({ assert }) => {
      const silent = await agent()
      const transport = await client(silent, { timeoutMs: 60_000, attempts: 1 })
      const question = endOf(transport.get([SYSTEM.uptime]))
      if (!silent.asked.length) await once(silent.socket, 'message')
      transport.close()
      assert.equal(await question, 'no_answer')
      assert.equal(await endOf(transport.get([SYSTEM.uptime])), 'no_answer')
    })
  })
}

/** The reply to the first of the questions only. */
function oneOf(bytes: Buffer): Buffer {
  const request = parseRequest(bytes)!
  return encodeResponse(request, [{ name: request.names[0], value: { tag: 0x02, value: 7n } }])
}

test.group('What the libraries do by themselves', () => {
  test('snmp-native calls a dead host a success without values', async ({ assert }) => {
    const dead = await udpAgent()
    const session = new native.Session({
      host: dead.host,
      port: dead.port,
      community: 'szkola',
      timeouts: [50],
    })
    const found = await new Promise((resolve) =>
      session.getAll({ oids: [[1, 3, 6, 1, 2, 1, 1, 3, 0]] }, (error, varbinds) =>
        resolve({ error, varbinds })
      )
    )
    session.close()
    dead.close()
    assert.deepEqual(found, { error: null, varbinds: [] })
  })
})

test.group('SNMPv3 over net-snmp believes little', () => {
  test('version 3 is spoken, rubbish and strangers end nothing', async ({ assert }) => {
    const stranger = await boundSocket()
    const noisy = await udpAgent((_, from, socket) => {
      for (const hex of ['47', '30820100', '300602010302']) {
        socket.send(Buffer.from(hex, 'hex'), from.port, from.address)
      }
      stranger.send(Buffer.from('3003020103', 'hex'), from.port, from.address)
    })
    const { host, port } = noisy
    const transport = await openSnmp({ host, port, user: USER, timeoutMs: 150, attempts: 2 })
    assert.equal(await endOf(transport.get([SYSTEM.uptime])), 'malformed')
    assert.isAtLeast(transport.dropped.malformed, 3)
    assert.isAtLeast(transport.dropped.foreign, 1)
    assert.isTrue(noisy.asked.every((bytes) => versionOf(bytes) === 3))
    transport.close()
    noisy.close()
    stranger.close()
  })

  test('a key that is missing is told before anything is sent', async ({ assert }) => {
    const target = { host: '127.0.0.1', port: 1, timeoutMs: 50, attempts: 1 }
    const question = openSnmp({ ...target, user: { user: 'unia', level: 'authPriv', auth: 'sha256' } })
    assert.equal(await endOf(question), 'authentication')
  })
})
