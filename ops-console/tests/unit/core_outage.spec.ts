import { test } from '@japa/runner'
import { aCity, answered, silent } from './small_city.ts'

/** The order in which a round asks: from the core outwards, or the outermost first. */
const ORDERS = {
  'the core first': (ids: string[]) => ids,
  'the schools first': (ids: string[]) => [...ids].reverse(),
}

test.group('The core of the city network fails', () => {
  for (const [name, order] of Object.entries(ORDERS)) {
    test(`one device is down and 182 are cut off when a round asks ${name}`, ({ assert }) => {
      const city = aCity(91)
      city.round(order(city.asked), () => answered())
      assert.deepEqual(city.counts(), { UP: 184, DISABLED: 91 })
      for (let i = 0; i < 6; i++) city.round(order(city.asked), () => silent)
      assert.deepEqual(city.counts(), { DOWN: 1, UNREACHABLE: 183, DISABLED: 91 })
      assert.deepEqual(city.in('DOWN'), ['core'])
      assert.isFalse(city.watch.blind)
      const ours = city.in('UNREACHABLE').filter((id) => id !== 'sepm')
      assert.lengthOf(ours, 182)
      for (const id of ours) assert.deepEqual(city.watch.device(id)!.cutOffBy, ['core'])
      // At no moment was anything but the core said to be down.
      assert.deepEqual([...city.everDown], ['core'])
    })

    test(`no school is said to be down while the core comes back, asked ${name}`, ({ assert }) => {
      const city = aCity(91)
      for (let i = 0; i < 6; i++) city.round(order(city.asked), () => silent)
      city.everDown.clear()
      for (let i = 0; i < 3; i++) city.round(order(city.asked), () => answered())
      assert.deepEqual(city.counts(), { UP: 184, DISABLED: 91 })
      // The core itself counts as back after its second answer.
      assert.deepEqual([...city.everDown], ['core'])
    })
  }

  test('a school that stays silent after the core is back is down for itself', ({ assert }) => {
    const city = aCity(5)
    for (let i = 0; i < 6; i++) city.round(city.asked, () => silent)
    for (let i = 0; i < 6; i++) city.round(city.asked, (id) => (id === 'edge-2' ? silent : answered()))
    assert.deepEqual(city.in('DOWN'), ['edge-2'])
    assert.deepEqual(city.watch.device('edge-2')!.cutOffBy, [])
  })

  test('on the first silence of a school its link and the core are asked at once', ({ assert }) => {
    const city = aCity(3)
    city.round(city.asked, () => answered())
    city.hurried.length = 0
    city.take('edge-1', silent)
    assert.deepEqual(city.hurried, ['cpe-1'])
    city.take('cpe-1', silent)
    assert.deepEqual(city.hurried, ['cpe-1', 'core'])
  })

  test('a firewall whose link answers is down after three questions, not after a minute', ({ assert }) => {
    const city = aCity(3)
    city.round(city.asked, () => answered())
    city.take('edge-1', silent)
    city.take('cpe-1', answered())
    city.take('edge-1', silent)
    city.take('edge-1', silent)
    assert.deepEqual(city.in('DOWN'), ['edge-1'])
  })

  test('a verdict waits a minute for a link that is never asked, and no longer', ({ assert }) => {
    const city = aCity(3)
    city.round(city.asked, () => answered())
    for (let i = 0; i < 6; i++) city.take('edge-1', silent, 9)
    assert.deepEqual(city.in('DOWN'), [])
    for (let i = 0; i < 2; i++) city.take('edge-1', silent, 9)
    assert.deepEqual(city.in('DOWN'), ['edge-1'])
  })

  test('the link turns out to have failed first: the firewall is its impact', ({ assert }) => {
    const city = aCity(3)
    city.round(city.asked, () => answered())
    for (let i = 0; i < 9; i++) city.take('edge-1', silent, 9)
    assert.deepEqual(city.in('DOWN'), ['edge-1'])
    for (let i = 0; i < 3; i++) city.take('cpe-1', silent)
    city.take('core', answered())
    city.take('cpe-1', silent)
    assert.deepEqual(city.in('DOWN'), ['cpe-1'])
    assert.deepEqual(city.in('UNREACHABLE'), ['edge-1'])
  })

  test('work on a link covers the firewall behind it, and its end tells what is still broken', ({
    assert,
  }) => {
    const city = aCity(3)
    city.round(city.asked, () => answered())
    city.watch.takeMaintenance(new Set(['cpe-1']), city.now)
    for (let i = 0; i < 4; i++) city.round(city.asked, (id) => (id.endsWith('-1') ? silent : answered()))
    assert.deepEqual(
      [city.in('MAINTENANCE'), city.in('UNREACHABLE'), city.in('DOWN')],
      [['cpe-1'], ['edge-1'], []]
    )
    city.watch.takeMaintenance(new Set(), city.now)
    for (let i = 0; i < 4; i++) city.round(city.asked, (id) => (id.endsWith('-1') ? silent : answered()))
    assert.deepEqual(
      [city.in('MAINTENANCE'), city.in('UNREACHABLE'), city.in('DOWN')],
      [[], ['edge-1'], ['cpe-1']]
    )
  })

  test('a third of the schools silent at once, each for itself, is our own blindness', ({ assert }) => {
    const city = aCity(30)
    city.round(city.asked, () => answered())
    const dark = (id: string) => (id.startsWith('edge') || id.startsWith('cpe') ? silent : answered())
    for (let i = 0; i < 5; i++) city.round(city.asked, dark)
    assert.isTrue(city.watch.blind)
    assert.deepEqual(city.in('DOWN'), [])
    city.round(city.asked, () => answered())
    assert.isFalse(city.watch.blind)
  })
})

test.group('Workstations of which only the endpoint server speaks', () => {
  test('are judged by what it says and unknown once it has been silent', ({ assert }) => {
    const city = aCity(2)
    assert.deepEqual(city.in('DISABLED'), ['endpoints-1', 'endpoints-2'])
    city.take('sepm', answered({}, new Map([['endpoints-1', { endpoints: 40, endpointsInfected: 2 }]])))
    assert.deepEqual(city.in('DEGRADED'), ['endpoints-1'])
    assert.deepEqual(city.watch.device('endpoints-1')!.memory.fact, {
      code: 'infected',
      params: { value: 2, limit: 1 },
    })
    assert.equal(city.samples.at(-1)!.values!.endpoints, 40)
    city.now += 660_000
    city.watch.sweep(city.now)
    assert.equal(city.watch.state('endpoints-1'), 'UNKNOWN')
    assert.equal(city.watch.device('endpoints-1')!.memory.fact!.code, 'source_silent')
    assert.isNull(city.watch.device('endpoints-1')!.values.endpoints)
    assert.equal(city.watch.state('endpoints-2'), 'DISABLED', 'nothing is invented')
  })
})
