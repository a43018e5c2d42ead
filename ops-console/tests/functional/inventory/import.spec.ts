import { test } from '@japa/runner'
import { cleanUp, owner } from '@unia/platform/testing'
import { secretsOf } from '#ops/inventory/credentials'
import { dataKeys } from '#ops/inventory/sealing'
import { aDevice } from '../web/school.ts'
import { aField, BASE, COMMUNITY, file, over } from './place.ts'

test.group('Devices from a file', (group) => {
  group.tap((each) => each.timeout(60_000))
  group.each.teardown(() => cleanUp())

  test('a file is looked at, applied once as a whole, and audited', async ({ assert }) => {
    const place = await aField()
    const { operator, unit, other, devices, ops } = place
    const edge = await aDevice(unit)
    const before = (await devices(unit.id)).length
    const rows = [
      'jednostka;rodzaj;nazwa;adres;społeczność',
      `${unit.slug};zapora;fw-1;10.20.1.1;${COMMUNITY}`,
      `${unit.slug};przełącznik;Żółty;10.20.1.2;${COMMUNITY}`,
      `${other.slug};przełącznik;sw;8.8.8.8;x`,
      `nobody;przełącznik;sw;10.20.1.3;x`,
      `${unit.slug};przełącznik;again;10.20.1.2;x`,
      `${unit.slug};core;rdzeń;10.20.1.4;x`,
    ]
    const { location } = await operator.post(`${BASE}/imports`, file(rows.join('\n')))
    const looked = (await operator.get(location!)).props
    const task = looked.task as { counts: object; rows: { line: number; errors: { reason: string }[] }[] }
    assert.deepEqual(task.counts, { add: 1, change: 1, same: 0, refused: 4 })
    assert.deepEqual(
      task.rows.flatMap(({ line, errors }) => errors.map(({ reason }) => [line, reason])),
      [
        [4, 'outside'],
        [5, 'unknown_unit'],
        [6, 'twice'],
        [7, 'unknown_kind'],
      ]
    )
    assert.notInclude(JSON.stringify(looked), COMMUNITY)
    assert.lengthOf(await devices(unit.id), before, 'a look changes nothing')

    await Promise.all([1, 2].map(() => operator.post(`${location}/application`)))
    const done = await over(place, location!)
    assert.containSubset(done, { state: 'done', counts: { add: 1, change: 1, same: 0, refused: 4 } })
    const kept = await devices(unit.id)
    assert.lengthOf(kept, before + 1)
    const [firewall] = kept.filter(({ id }) => id === edge)
    assert.containSubset(firewall, { key: 'edge', host: '10.20.1.1', simulated: false, name: 'fw-1' })
    assert.includeMembers(firewall!.by_hand, ['host', 'simulated', 'credentials'])
    assert.deepEqual(await secretsOf(ops, dataKeys(), edge), { community: COMMUNITY })
    const added = kept.find(({ key }) => key === 'switch-1')
    assert.containSubset(added, { name: 'Żółty', origin: 'import' })
    const [trail] = await owner()
      .from('core.access_audit_events')
      .where({ tenant_id: unit.id, object_id: added!.id, action: 'insert' })
    assert.equal(trail.actor_role, 'it_operator')
  })

  test('columns of other words are given their meaning by hand', async ({ assert }) => {
    const { operator, unit } = await aField()
    const text = `Budynek,Co,Gdzie\n${unit.slug},switch,10.20.1.7\n`
    const { location } = await operator.post(`${BASE}/imports`, file(text))
    const counts = async () => ((await operator.get(location!)).props.task as { counts: object }).counts
    assert.containSubset(await counts(), { add: 0, refused: 1 })
    await operator.put(location!, { mapping: { 0: 'unit', 1: 'kind', 2: 'host' } })
    assert.containSubset(await counts(), { add: 1, refused: 0 })
  })

  test('what is no table is refused, the template can be read again', async ({ assert }) => {
    const { operator } = await aField()
    for (const text of ['', 'unit;host', 'unit;host\nsp-1;"x']) {
      const { location } = await operator.post(`${BASE}/imports`, file(text))
      assert.notInclude(location ?? '', 'imports/')
    }
    const { text } = await operator.get(`${BASE}/import/template`)
    const { location } = await operator.post(`${BASE}/imports`, file(text))
    assert.include(location!, 'imports/')
  })
})
