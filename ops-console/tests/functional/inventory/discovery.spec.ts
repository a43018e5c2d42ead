import { test } from '@japa/runner'
import { cleanUp, personWith, visit } from '@unia/platform/testing'
import { Field } from '#ops/simulator/field'
import { secretsOf } from '#ops/inventory/credentials'
import { dataKeys } from '#ops/inventory/sealing'
import { aField, BASE, COMMUNITY, key, over } from './place.ts'

/** Agents on the first addresses of 127.91.x.0, all at one port. */
async function aRange() {
  const place = await aField()
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const range = new Field({ community: COMMUNITY, layout: 'addresses', port })
  await range.add([
    { key: `${place.unit.slug}/edge`, model: 'PA-440' },
    { key: 'sp-903/edge', model: 'PA-820' },
  ])
  const [first] = [...range.agents.values()].map(({ address }) => address.host)
  const network = `${first!.split('.').slice(0, 3).join('.')}.0/27`
  const order = { port: String(port), snmpVersion: '2c', secret_community: COMMUNITY, range: network }
  return { ...place, range, order, stop: () => range.stop() }
}

test.group('Discovery of a range', (group) => {
  group.tap((each) => each.timeout(60_000))
  group.each.teardown(() => cleanUp())

  test('who answers is shown, and chosen ones are taken with their credential', async ({ assert }) => {
    const place = await aRange()
    const { operator, unit, devices, ops, order } = place
    const requestKey = key()
    const sent = await Promise.all(
      [1, 2].map(() => operator.post(`${BASE}/discoveries`, { ...order, requestKey }))
    )
    const [location] = new Set(sent.map((one) => one.location))
    assert.equal(sent[1]!.location, location, 'sent twice it is one search')
    const task = (await over(place, location!)) as unknown as {
      state: string
      done: number
      found: { address: string; model: string; known: object | null }[]
    }
    assert.equal(task.state, 'done')
    assert.equal(task.done, 30)
    assert.deepEqual(task.found.map(({ model }) => model).sort(), ['PA-440', 'PA-820'])
    assert.notInclude(JSON.stringify(task), COMMUNITY)
    const address = task.found.find(({ model }) => model === 'PA-440')!.address
    const chosen = [
      { address, unit: unit.slug, kind: 'edge' },
      { address: '127.91.200.200', unit: unit.slug, kind: 'edge' },
    ]
    await operator.post(`${location}/devices`, { chosen })
    await operator.post(`${location}/devices`, { chosen })
    const [device, ...more] = await devices(unit.id)
    assert.lengthOf(more, 0, 'sent twice it stands once')
    assert.containSubset(device, { host: address, model: 'PA-440', origin: 'discovery', simulated: false })
    assert.deepEqual(await secretsOf(ops, dataKeys(), device!.id), { community: COMMUNITY })
    const again = await over(place, location!)
    assert.containSubset(again.found, [{ address, known: { id: device!.id } }])
    place.stop()
  })

  test('a range beyond the management network, or too large, is not asked: {range}')
    .with([
      { range: '8.8.8.0/28' },
      { range: '10.0.0.0/16' },
      { range: 'sp-12' },
      { range: '172.15.255.0/24' },
    ])
    .run(async ({ assert }, { range }) => {
      const { operator, ops, city } = await aField()
      await operator.post(`${BASE}/discoveries`, {
        ...{ range, requestKey: key(), snmpVersion: '2c', secret_community: COMMUNITY },
      })
      assert.lengthOf(await ops('ops_console.ops_console_inventory_tasks').where({ tenant_id: city.id }), 0)
    })

  test('it can be stopped, and is the network operator’s alone', async ({ assert }) => {
    const place = await aRange()
    const { operator, order } = place
    const range = order.range.replace('.0/27', '.0/22')
    const { location } = await operator.post(`${BASE}/discoveries`, { ...order, range, requestKey: key() })
    const stranger = visit((await personWith(['auditor'], 'city')).token)
    assert.equal((await stranger.get(location!)).status, 403)
    assert.equal((await stranger.post(`${location}/cancellation`)).status, 403)
    await operator.post(`${location}/cancellation`)
    const task = await over(place, location!)
    assert.equal(task.state, 'cancelled')
    assert.isBelow(task.done as number, 1022)
    place.stop()
  })
})
