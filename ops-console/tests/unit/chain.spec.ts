import { test } from '@japa/runner'
import { inPlaces } from '#ops/chain/places'
import { quantile } from '#ops/chain/quantiles'
import { chainReport, type ChainMeasured } from '#ops/chain/report'
import { parseTargets } from '#ops/chain/targets'

test.group('A list of agents', () => {
  test('header, comments, blanks and missing models are fine', ({ assert }) => {
    const text =
      '\uFEFFhost,port,community,model\r\n# core\r\n\r\n192.0.2.1,161,public,PA-440\r\nfw.example, 1161 ,szkoła\n'
    const { targets, bad } = parseTargets(text)
    assert.isEmpty(bad)
    assert.deepEqual(targets, [
      { host: '192.0.2.1', port: 161, community: 'public', model: 'PA-440' },
      { host: 'fw.example', port: 1161, community: 'szkoła', model: null },
    ])
  })

  test('a quoted community may hold commas and quotes', ({ assert }) => {
    const { targets } = parseTargets('2001:db8::1,161,"a,""b""",x')
    assert.deepEqual(targets, [{ host: '2001:db8::1', port: 161, community: 'a,"b"', model: 'x' }])
  })

  test('a bad line is told and the others stay')
    .with([
      ['192.0.2.1,161', 'fields'],
      ['192.0.2.1,161,public,m,more', 'fields'],
      ['192.0.2.999,161,public', 'host'],
      ['-x,161,public', 'host'],
      ['192.0.2.1,0,public', 'port'],
      ['192.0.2.1,65536,public', 'port'],
      ['192.0.2.1,snmp,public', 'port'],
      ['192.0.2.1,161,', 'community'],
      ['192.0.2.9,161,other', 'twice'],
    ])
    .run(({ assert }, [line, reason]) => {
      const { targets, bad } = parseTargets(`192.0.2.9,161,public\n${line}\n192.0.2.8,161,public`)
      assert.deepEqual(bad, [{ line: 2, reason }])
      assert.deepEqual(
        targets.map(({ host }) => host),
        ['192.0.2.9', '192.0.2.8']
      )
    })
})

test.group('Places', () => {
  test('no more than the places work at once', async ({ assert }) => {
    let [now, most] = [0, 0]
    await inPlaces(
      [...Array(20).keys()],
      { places: 3, silentMs: 10_000, isSilent: () => false },
      async () => {
        most = Math.max(most, ++now)
        await new Promise((resolve) => setImmediate(resolve))
        now--
      }
    )
    assert.equal(most, 3)
    assert.equal(now, 0)
  })

  test('who is silent gives the place up, and is waited for', async ({ assert }) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const done: number[] = []
    await inPlaces(
      [1, 2, 3],
      { places: 1, silentMs: 5, isSilent: (number) => number === 1 },
      async (number) => {
        if (number === 1) await promise
        done.push(number)
        if (number === 3) resolve()
      }
    )
    assert.deepEqual(done, [2, 3, 1])
  })
})

test.group('Places of slow devices', () => {
  test('who has begun to answer keeps the place', async ({ assert }) => {
    let [now, most] = [0, 0]
    await inPlaces([1, 2, 3], { places: 1, silentMs: 1, isSilent: () => false }, async () => {
      most = Math.max(most, ++now)
      await new Promise((resolve) => setTimeout(resolve, 20))
      now--
    })
    assert.equal(most, 1)
  })
})

test.group('Figures of the chain', () => {
  const counts = { polls: 0, failures: {}, readings: 0, values: 0, dropped: 0 }
  const spent = { collector: 0, web: 0, clients: 0, postgres: 0 }
  const measured: ChainMeasured = {
    ...{ targets: 10, lasted: 10 },
    before: { spent, counts },
    after: {
      spent: { collector: 1, web: 0.5, clients: 2, postgres: 0.5 },
      counts: { ...counts, readings: 1000, values: 20_000 },
    },
    whole: { ...counts, polls: 1100, readings: 1100, values: 22_000 },
    stored: { rows: 1100, answered: 1098, values: 11_000, states: 10, incidents: 0 },
    seen: { deltas: 5, changes: 50, gaps: 0, delays: [30, 10, 20] },
    memory: { most: 200.4, last: [120, 80] },
  }

  test('what was read and does not stand in the database is lost', ({ assert }) => {
    const report = chainReport(measured)
    assert.equal(report.valuesLost, 40)
    assert.equal(report.valuesPerSecond, 2000)
    assert.equal(report.cpuSecondsPer10kValues, 1)
    assert.equal(report.cpuSecondsPer10kStored, 2)
    assert.equal(report.cpuSecondsPer10kWithClients, 2)
    assert.deepEqual([report.delayP50Ms, report.delayP99Ms], [20, 30])
  })

  test('what cannot be seen is not told', ({ assert }) => {
    const report = chainReport({
      ...measured,
      after: { ...measured.after, spent: { ...measured.after.spent, postgres: null } },
    })
    assert.isNull(report.cpuSecondsPer10kValues)
    assert.isNull(quantile([], 0.5))
  })
})
