import { test } from '@japa/runner'
import { cleanUp, personWith, twoUnits, visit } from '@unia/platform/testing'
import { aDevice } from './school.ts'

test.group('Pages of the console', (group) => {
  group.each.teardown(() => cleanUp())

  test('the wall, the lists and the export need the permission for the city', async ({ assert }) => {
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const officer = visit((await personWith(['city_officer'], 'city')).token)
    for (const path of ['wall', 'devices', 'devices/export', 'incidents']) {
      assert.equal((await operator.get(`/city/ops-console/${path}`)).status, 200, path)
      assert.equal((await officer.get(`/city/ops-console/${path}`)).status, 403, path)
    }
  })

  test('a director sees the own building and device but not a foreign one', async ({ assert }) => {
    const [ours, theirs] = await twoUnits()
    const [own, foreign] = [await aDevice(ours), await aDevice(theirs)]
    const director = visit((await personWith(['director'], ours)).token)
    const building = await director.get(`/${ours.slug}/ops-console`)
    assert.equal(building.component, 'ops-console/building')
    assert.deepEqual(
      (building.props.devices as { id: string }[]).map(({ id }) => id),
      [own]
    )
    for (const page of ['', '/samples']) {
      assert.equal((await director.get(`/${ours.slug}/ops-console/devices/${own}${page}`)).status, 200)
      assert.equal((await director.get(`/${ours.slug}/ops-console/devices/${foreign}${page}`)).status, 404)
    }
    assert.equal((await director.get(`/${ours.slug}/ops-console/devices/none`)).status, 404)
    assert.equal((await director.get(`/${theirs.slug}/ops-console`)).status, 404)
    assert.equal((await director.get('/city/ops-console/wall')).status, 404)
  })

  test('a teacher has no business with the network', async ({ assert }) => {
    const [unit] = await twoUnits()
    const teacher = visit((await personWith(['teacher'], unit)).token)
    assert.equal((await teacher.get(`/${unit.slug}/ops-console`)).status, 403)
  })

  test('the samples come in equal steps of the range that was asked', async ({ assert }) => {
    const [unit] = await twoUnits()
    const device = await aDevice(unit)
    const director = visit((await personWith(['director'], unit)).token)
    const { text } = await director.get(`/${unit.slug}/ops-console/devices/${device}/samples?range=24h`)
    const { range, from, to, points } = JSON.parse(text)
    assert.equal(range, '24h')
    assert.equal(Date.parse(to) - Date.parse(from), 86_400_000)
    assert.isAbove(points.length, 290)
    assert.isNull(points[0].inBps)
  })

  test('the list finds a device by its serial number and the search by its school', async ({ assert }) => {
    const [unit] = await twoUnits()
    const device = await aDevice(unit)
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const { props } = await operator.get(`/city/ops-console/devices?q=S${unit.id}&f.state=UP`)
    assert.deepEqual(
      (props.rows as { id: string }[]).map(({ id }) => id),
      [device]
    )
    const none = await operator.get(`/city/ops-console/devices?q=S${unit.id}&f.state=DOWN`)
    assert.equal(none.props.total, 0)
  })
})
