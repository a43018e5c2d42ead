import { test } from '@japa/runner'
import { cleanUp, owner, personWith, visit } from '@unia/platform/testing'
import { secretsOf } from '#ops/inventory/credentials'
import { dataKeys } from '#ops/inventory/sealing'
import { aField, added, BASE, COMMUNITY, entered, key, USM } from './place.ts'

const V3 = {
  snmpVersion: '3',
  snmpUser: USM.user,
  snmpLevel: 'authPriv',
  snmpAuth: USM.auth,
  snmpPriv: USM.priv,
}

test.group('The inventory in the city', (group) => {
  group.tap((each) => each.timeout(60_000))
  group.each.teardown(() => cleanUp())

  test('a device is added, changed and retired; all of it is audited', async ({ assert }) => {
    const place = await aField()
    const { operator, unit, devices, ops } = place
    const id = await added(place)
    const [device] = await devices(unit.id)
    assert.containSubset(device, { id, key: 'switch-1', origin: 'hand', host: '10.20.1.1', simulated: false })
    await added(place, { host: '10.20.1.2' })
    assert.deepEqual(
      (await devices(unit.id)).map((one) => one.key),
      ['switch-1', 'switch-2']
    )
    await operator.put(`${BASE}/${id}`, { ...entered({ model: 'CRS354', polled: false }), parents: [] })
    const [changed] = await devices(unit.id)
    assert.containSubset(changed, { model: 'CRS354', polled: false, by_hand: ['model', 'polled'] })
    assert.equal((await operator.post(`${BASE}/${id}/retirement`)).location, BASE)
    const [retired] = await devices(unit.id)
    assert.equal(retired!.rollout, 'retired')
    const spans = await ops('ops_console.ops_console_assignments').where({ device_id: id })
    assert.lengthOf(spans, 1)
    assert.isNotNull(spans[0].valid_to)
    const trail: { action: string; actor_role: string }[] = await owner()
      .from('core.access_audit_events')
      .where({ tenant_id: unit.id, object_id: id })
      .select('action', 'actor_role')
    assert.isAtLeast(trail.length, 3)
    assert.isTrue(trail.every(({ actor_role }) => actor_role === 'it_operator'))
  })

  test('the list finds, filters, sorts and exports, and holds no secret', async ({ assert }) => {
    const place = await aField()
    const { operator, unit } = place
    const id = await added(place, { name: 'Żółty przełącznik', host: '10.20.1.9' })
    await added(place, { name: 'ąbc', host: '10.20.1.10' })
    await operator.put(`${BASE}/${id}/secrets`, { secret_community: COMMUNITY })
    const rows = async (query: string) =>
      (await operator.get(`${BASE}?q=${unit.slug}&${query}`)).props.rows as {
        name: string
        secrets: string[]
      }[]
    assert.deepEqual(
      (await rows('sort=name')).map(({ name }) => name),
      ['ąbc', 'Żółty przełącznik']
    )
    assert.deepEqual(
      (await rows('sort=host')).map(({ name }) => name),
      ['Żółty przełącznik', 'ąbc']
    )
    assert.deepEqual(
      (await rows('f.secret=set')).map(({ secrets }) => secrets),
      [['community']]
    )
    assert.lengthOf(await rows('f.played=simulated'), 0)
    const { text, status } = await operator.get(`${BASE}/export?q=${unit.slug}`)
    assert.equal(status, 200)
    assert.include(text, '10.20.1.9')
    assert.notInclude(text + JSON.stringify((await operator.get(`${BASE}/${id}`)).props), COMMUNITY)
  })

  test('an address outside the management network is refused: {host}')
    .with([
      { host: '8.8.8.8' },
      { host: '169.254.169.254' },
      { host: '::1' },
      { host: 'no-such-name.invalid' },
    ])
    .run(async ({ assert }, { host }) => {
      const place = await aField()
      const { operator, unit, devices } = place
      await operator.post(BASE, { ...entered({ host }), unit: unit.slug, kind: 'switch' })
      await operator.post(BASE, {
        ...entered({ api: 'panos', apiHost: host }),
        ...{ unit: unit.slug, kind: 'switch' },
      })
      assert.lengthOf(await devices(unit.id), 0)
      const id = await added(place)
      await operator.put(`${BASE}/${id}`, entered({ host }))
      assert.equal((await devices(unit.id))[0]!.host, '10.20.1.1')
    })

  test('nothing hangs on itself, nor on another school', async ({ assert }) => {
    const place = await aField()
    const { operator, unit, other, ops } = place
    const [upper, lower] = [await added(place), await added(place, { host: '10.20.1.2' })]
    const foreign = await added({ ...place, unit: other }, { host: '10.20.1.3' })
    const hang = (id: string, parents: string[]) => operator.put(`${BASE}/${id}`, { ...entered(), parents })
    await hang(lower, [upper])
    await hang(upper, [lower])
    await hang(upper, [foreign])
    const rows = await ops('ops_console.ops_console_parents').where({ tenant_id: unit.id })
    assert.deepEqual(
      rows.map(({ device_id, parent_id }) => [device_id, parent_id]),
      [[lower, upper]]
    )
  })

  test('a typed credential is tried against the device and stored nowhere', async ({ assert }) => {
    const place = await aField()
    const { operator, ops, agent } = place
    const { host, port } = agent('sp-901/edge')
    const id = await added(place, { host, port: String(port) })
    const test = async (typed: object) => {
      assert.equal((await operator.post(`${BASE}/${id}/tests`, typed)).status, 302)
      const { props } = await operator.get(`${BASE}/${id}`)
      return (props.lastTest as { answers: object[]; typed: boolean } | null)!
    }
    assert.containSubset(await test({ secret_community: COMMUNITY }), {
      ...{ typed: true, answers: [{ way: 'snmp', answered: true, model: 'PA-440' }] },
    })
    assert.deepEqual(await secretsOf(ops, dataKeys(), id), {})
    assert.containSubset(await test({ secret_community: 'wrong' }), {
      answers: [{ answered: false, failure: 'no_answer' }],
    })
    assert.deepEqual((await test({})).answers, [])
    const kept = JSON.stringify(await ops('ops_console.ops_console_questions').where({ device_id: id }))
    assert.notInclude(kept, COMMUNITY)

    await operator.put(`${BASE}/${id}/secrets`, { secret_community: COMMUNITY })
    assert.containSubset(await test({}), { typed: false, answers: [{ answered: true }] })
    const { props } = await operator.get(`${BASE}/${id}`)
    assert.lengthOf(props.secrets as object[], 1)
    assert.notInclude(JSON.stringify(props), COMMUNITY)
    const trail = await owner().from('core.access_audit_events').where({ object: 'ops_console_credentials' })
    assert.notInclude(JSON.stringify(trail), COMMUNITY)
  })

  test('SNMPv3 answers to its user, and says when the key is wrong', async ({ assert }) => {
    const place = await aField()
    const { operator, agent } = place
    const { host, port } = agent('sp-902/edge')
    const id = await added(place, { host, port: String(port), ...V3 })
    const test = async (secret_snmp_auth: string) => {
      await operator.post(`${BASE}/${id}/tests`, { secret_snmp_auth, secret_snmp_priv: USM.privKey })
      return ((await operator.get(`${BASE}/${id}`)).props.lastTest as { answers: object[] }).answers
    }
    assert.containSubset(await test(USM.authKey), [{ answered: true, model: 'PA-220' }])
    assert.containSubset(await test('another-key'), [{ answered: false, failure: 'authentication' }])
  })

  test('credentials are neither set nor tried without a fresh proof of who it is', async ({ assert }) => {
    const place = await aField()
    const { operator, ops } = place
    const id = await added(place)
    await owner().from('core.identity_sessions').update({ stepped_up_at: null })
    await operator.put(`${BASE}/${id}/secrets`, { secret_community: COMMUNITY })
    await operator.post(`${BASE}/${id}/tests`, { secret_community: COMMUNITY })
    await operator.post(`${BASE}/discoveries`, {
      ...{ range: '10.0.0.0/30', requestKey: key(), snmpVersion: '2c', secret_community: COMMUNITY },
    })
    assert.deepEqual(await secretsOf(ops, dataKeys(), id), {})
    assert.lengthOf(await ops('ops_console.ops_console_questions').where({ device_id: id }), 0)
    const tasks = await ops('ops_console.ops_console_inventory_tasks').where({ tenant_id: place.city.id })
    assert.lengthOf(tasks, 0)
  })

  test('only the network operator comes in', async ({ assert }) => {
    const place = await aField()
    const { unit, devices } = place
    const id = await added(place)
    for (const role of ['city_admin', 'auditor'] as const) {
      const stranger = visit((await personWith([role], 'city')).token)
      for (const path of ['', '/export', '/create', `/${id}`, '/import', '/discovery']) {
        assert.equal((await stranger.get(BASE + path)).status, 403, `${role} ${path}`)
      }
      assert.equal((await stranger.post(`${BASE}/${id}/retirement`)).status, 403)
      assert.equal((await stranger.put(`${BASE}/${id}/secrets`, { secret_community: 'x' })).status, 403)
    }
    const director = visit((await personWith(['director'], unit)).token)
    assert.oneOf((await director.get(`${BASE}/${id}`)).status, [403, 404])
    assert.equal((await devices(unit.id))[0]!.rollout, 'installed')
    assert.equal((await place.operator.get(`${BASE}/00000000-0000-4000-8000-000000000000`)).status, 404)
  })
})
