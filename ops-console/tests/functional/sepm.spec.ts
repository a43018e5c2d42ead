import { test } from '@japa/runner'
import { SepmClient } from '#ops/probes/sepm/client'
import { commandProgress, sendCommand, type SepmCommand } from '#ops/probes/sepm/commands'
import { allComputers } from '#ops/probes/sepm/computers'
import { parseDefinitions } from '#ops/probes/sepm/definitions'
import { inGroup, openSepmProbe } from '#ops/probes/sepm/probe'
import { groupOf, playedComputers } from '#ops/simulator/sepm/computers'
import type { SepmFaults } from '#ops/simulator/sepm/faults'
import { startSepm } from '#ops/simulator/sepm/server'

const UNITS = ['sp-2', 'sp-21', 'lo-1']

test.group('SEPM', (group) => {
  let now = Date.now()
  let faults: SepmFaults = {}
  let server: Awaited<ReturnType<typeof startSepm>>
  const soon = () => AbortSignal.timeout(20_000)
  const expected = () => UNITS.flatMap((unit) => playedComputers(unit, now, faults)).length

  group.each.setup(async () => {
    now = Date.now()
    faults = {}
    server = await startSepm(
      UNITS,
      () => faults,
      () => now
    )
    return () => server.close()
  })

  const client = () => new SepmClient(server, () => now)

  for (const fault of ['sepm.expired', 'sepm.duplicates', 'sepm.reset'] as const) {
    test(`brings every computer once in spite of ${fault}`, async ({ assert }) => {
      faults = { [fault]: true }
      const { computers, incomplete } = await allComputers(client(), soon(), 20)
      assert.lengthOf(computers, expected())
      assert.isFalse(incomplete)
      assert.notInclude(
        computers.map((c) => c.computerName),
        'OLD'
      )
    })
  }

  test('says that the list changed while it was read', async ({ assert }) => {
    faults = { 'sepm.shifting': true }
    assert.isTrue((await allComputers(client(), soon(), 20)).incomplete)
  })

  test('renews the token at 80 % of its life', async ({ assert }) => {
    const session = client()
    faults = { 'sepm.tokenSeconds': 1 }
    for (const step of [0, 790, 20]) {
      now += step
      await session.get('/licenses/summary', soon())
    }
    assert.equal(server.seen.logins, 2)
  })

  test('does not repeat a refused login before a pause', async ({ assert }) => {
    faults = { 'sepm.refused': true }
    const session = client()
    const ask = () => session.get('/computers', soon())
    for (let i = 0; i < 3; i++) await assert.rejects(ask, /refused/)
    assert.equal(server.seen.logins, 1)
    now += 61_000
    await assert.rejects(ask, /refused/)
    assert.equal(server.seen.logins, 2)
  })

  test('sends nothing to a server with another certificate', async ({ assert }) => {
    const stranger = new SepmClient({ ...server, fingerprint: 'AA'.repeat(32) })
    await assert.rejects(() => stranger.get('/computers', soon()), /not the pinned one/)
    await assert.rejects(
      () => new SepmClient({ ...server, fingerprint: undefined }).get('/x', soon()),
      /certificate/
    )
    assert.equal(server.seen.requests, 0)
  })

  test('reports an error of the server', async ({ assert }) => {
    faults = { 'sepm.error': true }
    await assert.rejects(() => client().get('/computers', soon()), 'HTTP 500')
  })

  test('a command runs to its end, and expires on a client that is off', async ({ assert }) => {
    const session = client()
    const ids = playedComputers('sp-2', now, faults).map((c) => c.uniqueId)
    const id = await sendCommand(session, 'full_scan', ids.slice(0, 3), soon())
    faults = { 'sepm.offline': true }
    const deadline = now + 60_000
    const states = async () => [...(await commandProgress(session, id, { deadline, now }, soon())).values()]
    assert.deepEqual(await states(), ['waiting', 'waiting', 'waiting'])
    now += 61_000
    assert.deepEqual(await states(), ['expired', 'expired', 'expired'])
    await assert.rejects(() => sendCommand(session, 'restart' as SepmCommand, ids, soon()), /not allowed/)
  })

  test('speaks for all units, each with its own computers', async ({ assert }) => {
    const units = UNITS.map((unit) => ({ entityId: unit, group: groupOf(unit), workstations: 100 }))
    const probe = openSepmProbe(server, { units: () => units, now: () => now })
    const { others, values, partial } = await probe.ask(soon())
    for (const unit of UNITS) {
      assert.equal(others!.get(unit)!.endpoints, playedComputers(unit, now, faults).length)
    }
    assert.equal(values.licenceDays, 200)
    assert.isUndefined(partial)
    assert.isFalse(inGroup({ group: { id: '', fullPathName: groupOf('sp-21') } }, groupOf('sp-2')))
  })

  test('both ways to write definitions', ({ assert }) => {
    const same = { date: '2023-10-19', revision: 3 }
    for (const text of ['2023-10-19 rev. 003', '231019003', '20231019003']) {
      assert.deepEqual(parseDefinitions(text), same)
    }
    for (const text of [null, '', '2023-02-30 rev. 001', 'none']) assert.isNull(parseDefinitions(text))
  })
})
