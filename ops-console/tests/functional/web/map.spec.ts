import { test } from '@japa/runner'
import { cleanUp, owner, personWith, twoUnits, visit } from '@unia/platform/testing'
import { aNetwork } from './network.ts'
import { aDevice } from './school.ts'

const PLACE = { lat: 51.248, lon: 22.56, precision: 'district_centroid_estimate' }

test.group('The map and the topology', (group) => {
  group.each.teardown(() => cleanUp())

  test('both need the permission for the city', async ({ assert }) => {
    const [unit] = await twoUnits()
    const people = {
      200: await personWith(['it_operator'], 'city'),
      403: await personWith(['city_officer'], 'city'),
      404: await personWith(['director'], unit),
    }
    for (const page of ['map', 'topology']) {
      for (const [status, { token }] of Object.entries(people)) {
        const answer = await visit(token).get(`/city/ops-console/${page}`)
        assert.equal(answer.status, Number(status), `${page} ${status}`)
      }
    }
  })

  test('a unit stands where the city wrote it down, and says when that is only the district', async ({
    assert,
  }) => {
    const [here, nowhere] = await twoUnits()
    await aDevice(here)
    await aDevice(nowhere)
    await owner()
      .from('core.tenancy_units')
      .where({ tenant_id: here.id })
      .update({ geo: JSON.stringify(PLACE), district: 'Śródmieście' })
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const { props } = await operator.get('/city/ops-console/map')
    const places = props.positions as Record<string, unknown>
    assert.deepEqual(places[here.slug], {
      ...{ lat: 51.248, lon: 22.56 },
      ...{ approximate: true, district: 'Śródmieście' },
    })
    assert.notProperty(places, nowhere.slug)
    const { devices } = props.snapshot as { devices: { unit: string }[] }
    assert.includeMembers(
      devices.map(({ unit }) => unit),
      [here.slug, nowhere.slug]
    )
  })

  test('the topology knows what hangs on what, and which neighbour is watched itself', async ({ assert }) => {
    const [unit] = await twoUnits()
    const { core, cpe, edge } = await aNetwork(unit)
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const { props } = await operator.get('/city/ops-console/topology')
    assert.includeDeepMembers(props.dependencies as object[], [
      { child: edge, parent: cpe },
      { child: cpe, parent: core },
    ])
    const seen = (props.neighbours as Record<string, object[]>)[cpe]
    assert.sameDeepMembers(seen!, [
      { localPort: 'sfp1', port: 'Ethernet1/7', name: `rdzen-${unit.id}`, device: core },
      { localPort: 'ether2', port: null, name: '02:5a:00:00:00:02', device: null },
    ])
  })

  test('the list of devices is narrowed by kind', async ({ assert }) => {
    const [unit] = await twoUnits()
    const { core, cpe } = await aNetwork(unit)
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const listed = async (filter: string) => {
      const { props } = await operator.get(`/city/ops-console/devices?q=S${unit.id}-&sort=kind${filter}`)
      return (props.rows as { id: string; kind: string }[]).map(({ id, kind }) => [id, kind])
    }
    assert.deepEqual(await listed(''), [
      [core, 'core'],
      [cpe, 'cpe'],
    ])
    assert.deepEqual(await listed('&f.kind=cpe'), [[cpe, 'cpe']])
  })
})
