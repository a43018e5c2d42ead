import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import { RouterOsConnection } from '#ops/probes/routeros/connection'
import { openRouterOsProbe } from '#ops/probes/routeros/probe'
import type { RouterOsTrap } from '#ops/probes/routeros/transport'
import { SimulatedDevice } from '#ops/simulator/device'
import { selfSigned, type Certificate } from '#ops/simulator/panos/certificate'
import type { RouterOsFaults } from '#ops/simulator/routeros/router'
import { RouterOsServer } from '#ops/simulator/routeros/server'

const USER = 'konsola'
const PASSWORD = 'żółw-i-hasło'
const TIMEOUT = 400

async function router(faults: RouterOsFaults = {}, tls?: Certificate) {
  const device = new SimulatedDevice('sp-1/cpe', null)
  device.faults = faults as never
  return new RouterOsServer(device, { user: USER, password: PASSWORD, tls }).start()
}

const target = (server: RouterOsServer) => ({
  ...server.address,
  tls: false,
  user: USER,
  password: PASSWORD,
  timeoutMs: TIMEOUT,
})
const asked = (server: RouterOsServer, more = {}) => {
  const probe = openRouterOsProbe({ ...target(server), ...more })
  return probe.ask(AbortSignal.timeout(30_000)).finally(() => probe.close())
}
const kindOf = (question: Promise<unknown>) =>
  question.then(
    () => 'answered',
    (error) => error.kind ?? String(error)
  )

test.group('A terminal of the link', () => {
  test('tells its light, its load, its ping and who it is', async ({ assert, cleanup }) => {
    const server = await router()
    cleanup(() => server.stop())
    const { values, learnt, partial } = await asked(server, { pingTarget: '10.0.0.1' })
    assert.isUndefined(partial)
    assert.closeTo(values.rxDbm!, (server.source as SimulatedDevice).acceptedRxDbm, 0.2)
    assert.deepInclude(values, { capacityMbps: 1000, memoryUse: 25, lossPercent: 0, pingMs: 1.25 })
    assert.isNumber(values.temperature)
    assert.isAbove(values.uptime!, 86_400)
    assert.deepInclude(learnt, {
      board: 'hEX S',
      serial: server.source.serial,
      version: '7.18.2 (stable)',
      uplink: 'sfp1',
    })
    const [uplink] = learnt!.interfaces as { comment: string }[]
    assert.equal(uplink.comment, 'Łącze NETTE – światłowód')
    assert.isTrue(
      server.heard.slice(1).every((words) => words.some((word) => word.startsWith('=.proplist=')))
    )
  })

  test('keeps one connection, has rates from the second question and notices a restart', async ({
    assert,
    cleanup,
  }) => {
    const server = await router()
    const probe = openRouterOsProbe(target(server))
    cleanup(() => (probe.close(), server.stop()))
    const signal = AbortSignal.timeout(30_000)
    assert.isNull((await probe.ask(signal)).values.inBps)
    assert.isNumber((await probe.ask(signal)).values.inBps)
    assert.equal(server.heard.filter(([path]) => path === '/login').length, 1)
    ;(server.source as SimulatedDevice).happen('reboot')
    const after = await probe.ask(signal)
    assert.isTrue(after.rebooted)
    assert.isNull(after.values.inBps)
  })

  test('over TLS it is known by its certificate; a stranger never hears the password', async ({
    assert,
    cleanup,
  }) => {
    const [own, other] = await Promise.all([selfSigned('cpe'), selfSigned('stranger')])
    const server = await router({}, own)
    cleanup(() => server.stop())
    const over = (fingerprint?: string) => asked(server, { tls: true, fingerprint, timeoutMs: 3000 })
    assert.isNumber((await over(own.fingerprint)).values.rxDbm)
    server.heard.length = 0
    assert.equal(await kindOf(over(other.fingerprint)), 'authentication')
    assert.equal(await kindOf(over()), 'authentication')
    assert.lengthOf(server.heard, 0)
  })
})

interface Case<T> {
  faults: RouterOsFaults
  name: string
  expected: T
}
const cases = <T>(rows: [RouterOsFaults, T][]): Case<T>[] =>
  rows.map(([faults, expected]) => ({ faults, expected, name: JSON.stringify(faults) }))

const VALUES = cases<Record<string, number | null>>([
  [{ 'routeros.v6': true }, { memoryUse: 25, capacityMbps: 1000 }],
  [{ 'routeros.units': true }, { capacityMbps: 1000 }],
  [{ 'routeros.noModule': true }, { rxDbm: null, txDbm: null, capacityMbps: null }],
  [{ 'routeros.badEeprom': true }, { rxDbm: null, txDbm: null, capacityMbps: 1000 }],
  [{ uplinkDown: true } as RouterOsFaults, { rxDbm: null, capacityMbps: null }],
  [{ 'routeros.pingLoss': 40 }, { lossPercent: 40 }],
  [{ 'routeros.pingLoss': 100 }, { lossPercent: 100, pingMs: null }],
  [{ 'routeros.fragments': true }, { memoryUse: 25 }],
  [{ 'routeros.splitEnd': true }, { memoryUse: 25 }],
  [{ 'routeros.lateTag': true }, { memoryUse: 25 }],
  [{ 'routeros.win1252': true }, { memoryUse: 25 }],
])

const FAILURES = cases<string>([
  [{ 'routeros.mute': true }, 'no_answer'],
  [{ 'routeros.silent': true }, 'no_answer'],
  [{ 'routeros.reset': true }, 'no_answer'],
  [{ 'routeros.fatal': true }, 'refused'],
  [{ 'routeros.md5': true }, 'refused'],
  [{ 'routeros.badPassword': true }, 'authentication'],
  [{ 'routeros.rubbish': true }, 'malformed'],
])

test.group('Routers that misbehave', () => {
  test('still measured: {name}')
    .with(VALUES)
    .run(async ({ assert, cleanup }, { faults, expected }) => {
      const server = await router(faults)
      cleanup(() => server.stop())
      const { values } = await asked(server, { pingTarget: '10.0.0.1', timeoutMs: 8000 })
      assert.deepInclude(values, expected)
      assert.isNumber(values.temperature)
    })

  test('ends in a known kind within its deadline: {name}')
    .with(FAILURES)
    .run(async ({ assert, cleanup }, { faults, expected: kind }) => {
      const server = await router(faults)
      cleanup(() => server.stop())
      const began = performance.now()
      const failure = await asked(server).catch((error: Error) => error)
      assert.equal((failure as { kind?: string }).kind, kind)
      assert.isBelow(performance.now() - began, 2 * TIMEOUT + 2000)
      assert.notInclude(JSON.stringify([failure, String(failure), (failure as Error).stack]), PASSWORD)
    })

  test('a table without rows is an empty answer on 7.18 too', async ({ assert, cleanup }) => {
    const server = await router({ 'routeros.empty': true })
    cleanup(() => server.stop())
    const connection = await RouterOsConnection.open(target(server))
    assert.deepEqual(await connection.ask({ path: '/ip/neighbor/print', fields: ['identity'] }), [])
    connection.close()
  })

  test('a refused question has its category and costs only itself', async ({ assert, cleanup }) => {
    const server = await router({ 'routeros.trap': '/system/health' })
    cleanup(() => server.stop())
    const connection = await RouterOsConnection.open(target(server))
    const trap = (await connection
      .ask({ path: '/system/health/print', fields: ['name'] })
      .catch((e) => e)) as RouterOsTrap
    assert.equal(trap.category, 0)
    assert.equal(trap.kind, 'refused')
    connection.close()
    const { values, partial } = await asked(server)
    assert.equal(values.memoryUse, 25)
    assert.match(partial!, /^health: no such command/)
  })

  test('nobody listening, and a question given up', async ({ assert, cleanup }) => {
    const server = await router({ 'routeros.mute': true })
    const gone = await router()
    const { address } = gone
    gone.stop()
    cleanup(() => server.stop())
    const failure = await RouterOsConnection.open({ ...target(server), ...address }).catch((error) => error)
    assert.equal(failure.kind, 'refused')
    assert.include(failure.message, 'ECONNREFUSED')
    const probe = openRouterOsProbe({ ...target(server), timeoutMs: 60_000 })
    assert.equal(await kindOf(probe.ask(AbortSignal.timeout(50))), 'no_answer')
  })

  test('after a failure the next question starts anew', async ({ assert, cleanup }) => {
    const server = await router({ 'routeros.reset': true })
    const probe = openRouterOsProbe(target(server))
    cleanup(() => (probe.close(), server.stop()))
    assert.equal(await kindOf(probe.ask(AbortSignal.timeout(20_000))), 'no_answer')
    server.source.faults = {}
    assert.equal(await kindOf(probe.ask(AbortSignal.timeout(20_000))), 'answered')
  })
})

const DEFECTS = cases<string>([
  [{ 'routeros.empty': true }, 'died'],
  [{ 'routeros.lateTag': true }, 'died'],
  [{ 'routeros.mute': true }, 'unsettled'],
  [{ 'routeros.reset': true }, 'died'],
  [{ 'routeros.fatal': true }, 'unsettled'],
  [{ 'routeros.splitEnd': true }, 'unsettled'],
])

/** Asks with the bare library in a process of its own. */
const BARE = `
const { RouterOSAPI } = require('node-routeros')
const [host, port, user, password] = process.argv.slice(1)
const api = new RouterOSAPI({ host, port: Number(port), user, password, timeout: 60 })
api.connect().then(() => api.write('/ip/neighbor/print')).then(() => process.exit(0), () => process.exit(3))
setTimeout(() => process.exit(4), 1500)`

test.group('Why node-routeros is not used bare', () => {
  test('its own client ends or hangs: {name}')
    .with(DEFECTS)
    .run(async ({ assert, cleanup }, { faults, expected: outcome }) => {
      const server = await router(faults)
      const { host } = server.address
      const plain = new RouterOsServer(server.source, { user: 'a', password: 'b' })
      await plain.start()
      cleanup(() => (server.stop(), plain.stop()))
      const args = ['-e', BARE, host, String(plain.address.port), 'a', 'b']
      const code = await promisify(execFile)(process.execPath, args).then(
        () => 0,
        (error) => error.code
      )
      assert.equal({ 0: 'answered', 1: 'died', 3: 'rejected', 4: 'unsettled' }[code as 0], outcome)
    })
})
