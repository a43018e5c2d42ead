import { spawn, type ChildProcess } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { probeAgent } from '#ops/probe'
import { discover } from '#ops/probes/snmp/discovery'
import { INTERFACE } from '#ops/probes/snmp/oids'
import { read } from '#ops/probes/snmp/reading'
import { openSnmp } from '#ops/probes/snmp/open'

const SNMPD = ['/usr/sbin/snmpd', '/usr/local/sbin/snmpd', '/opt/homebrew/sbin/snmpd'].find(existsSync)

async function freePort() {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}

/** Net-SNMP's agent with a configuration and a state folder of its own. */
async function startSnmpd() {
  const folder = await mkdtemp(join(tmpdir(), 'unia-snmpd-'))
  const port = await freePort()
  const config = join(folder, 'snmpd.conf')
  await writeFile(
    config,
    `agentaddress udp:127.0.0.1:${port}\nrocommunity szkola 127.0.0.1\nsysName sp-12\nsysLocation serwerownia\n`
  )
  const environment = { ...process.env, SNMP_PERSISTENT_DIR: folder }
  const child = spawn(SNMPD!, ['-f', '-C', '-c', config, '-Lf', join(folder, 'log'), '-I', '-smux'], {
    env: environment,
    stdio: 'ignore',
  })
  return { child, folder, port }
}

async function answering(port: number) {
  for (let attempt = 0; attempt < 50; attempt++) {
    const probe = await openSnmp({
      host: '127.0.0.1',
      port,
      community: 'szkola',
      timeoutMs: 100,
      attempts: 1,
    })
    const up = await probe.get(['1.3.6.1.2.1.1.3.0']).then(
      () => true,
      () => false
    )
    probe.close()
    if (up) return
    await wait(100)
  }
  throw new Error('snmpd did not answer')
}

test.group("Debian's snmpd, an agent that nobody here wrote", (group) => {
  let child: ChildProcess
  let folder: string
  let port: number

  group.setup(async () => {
    if (!SNMPD) return () => {}
    ;({ child, folder, port } = await startSnmpd())
    await answering(port)
    return async () => {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      await rm(folder, { recursive: true, force: true })
    }
  })
  group.tap((one) => one.skip(!SNMPD, 'snmpd is not installed'))

  test('tells its name and its interfaces, and has no vendor objects', async ({ assert }) => {
    const { learnt, reading, interfaces } = await probeAgent({
      host: 'localhost',
      port,
      community: 'szkola',
      wanInterface: 'lo',
    })
    assert.equal(learnt.name, 'sp-12')
    assert.deepEqual(learnt.pan, [])
    assert.include(
      learnt.interfaces.map((one) => one.name),
      'lo'
    )
    assert.isAtLeast(reading.uptime!, 0)
    assert.isNull(reading.sessions)
    assert.match(String(interfaces[0].in), /^\d+$/)
  })

  test('its loopback counters grow while it is asked', async ({ assert }) => {
    const transport = await openSnmp({
      host: '127.0.0.1',
      port,
      community: 'szkola',
      timeoutMs: 500,
      attempts: 2,
    })
    const learnt = await discover(transport)
    const first = await read(transport, learnt, 'lo')
    let second = first
    // snmpd refreshes its interface table every few seconds.
    for (let i = 0; i < 20 && second.interfaces[0].in === first.interfaces[0].in; i++) {
      await wait(250)
      second = await read(transport, learnt, 'lo')
    }
    transport.close()
    assert.isTrue(second.interfaces[0].in! > first.interfaces[0].in!)
  }).timeout(8000)

  test('a walk by GETBULK stops at the end of its table', async ({ assert }) => {
    const target = { host: '127.0.0.1', port, community: 'szkola', timeoutMs: 500, attempts: 2 }
    const transport = await openSnmp(target)
    const names = await transport.walk(INTERFACE.name)
    const two = await transport.walk('1.3.6.1.2.1.1', 2)
    transport.close()
    assert.isTrue([...names.keys()].every((oid) => oid.startsWith(`${INTERFACE.name}.`)))
    assert.isAbove(names.size, 0)
    assert.equal(two.size, 2)
  })

  test('a wrong community is silence', async ({ assert }) => {
    const question = probeAgent({ host: '127.0.0.1', port, community: 'zla', timeoutMs: 80 })
    await question.then(
      () => assert.fail('it answered'),
      (error) => assert.equal(error.kind, 'no_answer')
    )
  })
})
