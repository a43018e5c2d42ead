import { test } from '@japa/runner'
import { cleanUp, later, owner, personWith, theCity, twoUnits, visit } from '@unia/platform/testing'
import { openDatabase } from '#ops/database'
import { loadRuleChanges, RuleSet, RULES_TABLE } from '#ops/health/rule_set'
import { aDevice } from './school.ts'

const BASE = '/city/ops-console/rules'
const LIMITS = {
  ...{
    enabled: true,
    severity: 'critical',
    raise: '60,5',
    clear: '50',
    of: '2',
    among: '3',
    clearAfter: '2',
  },
}

/** A school with a firewall whose disk is 70 % full, and an operator of the city. */
async function aDisk() {
  const [unit] = await twoUnits()
  const city = await theCity()
  const ops = openDatabase(undefined, 2)
  later(async () => {
    await ops(RULES_TABLE).where({ tenant_id: city.id }).delete()
    await ops.destroy()
  })
  const deviceId = await aDevice(unit)
  await ops('ops_console.ops_console_device_states')
    .where({ tenant_id: unit.id, device_id: deviceId })
    .update({ figures: JSON.stringify({ diskUse: 70, 'inErrors@ethernet1/1': 5 }) })
  const operator = visit((await personWith(['it_operator'], 'city')).token)
  const kept = () => loadRuleChanges(ops)
  const scope = `device:${deviceId}`
  return { unit, city, ops, deviceId, operator, kept, scope }
}

test.group('Limits in the city', (group) => {
  group.tap((each) => each.timeout(30_000))
  group.each.teardown(() => cleanUp())

  test('an operator changes a limit for one entity, which is audited and told to the collector', async ({
    assert,
  }) => {
    const { operator, kept, ops, unit, deviceId, scope } = await aDisk()
    const client = await ops.client.acquireConnection()
    const told = new Promise<string>((resolve) =>
      client.on(
        'notification',
        ({ payload }: { payload: string }) => payload === 'inventory' && resolve(payload)
      )
    )
    await client.query('listen ops_console')
    assert.equal((await operator.put(`${BASE}/disk_high`, { ...LIMITS, scope })).location, BASE)
    assert.equal(await told, 'inventory')
    await client.query('unlisten ops_console')
    await ops.client.releaseConnection(client)

    const [change] = await kept()
    assert.containSubset(change, {
      tenantId: unit.id,
      code: 'disk_high',
      deviceId,
      raise: 60.5,
      clear: 50,
      of: 2,
    })
    const rules = new RuleSet([change!]).of({ id: deviceId, kind: 'edge', model: 'PA-440' })
    assert.containSubset(
      rules.find(({ code }) => code === 'disk_high'),
      { severity: 'critical', raise: 60.5, direction: 'above' }
    )
    const rows: { actor_role: string }[] = await owner()
      .from('core.access_audit_events')
      .where({ tenant_id: unit.id })
      .whereLike('object', '%ops_console_rules')
      .select('actor_role')
    assert.deepEqual(
      rows.map((row) => row.actor_role),
      ['it_operator']
    )
  })

  test('sent twice it stands once, and going back to the default removes it', async ({ assert }) => {
    const { operator, kept, scope } = await aDisk()
    await Promise.all([1, 2].map(() => operator.put(`${BASE}/disk_high`, { ...LIMITS, scope })))
    const [change, ...more] = await kept()
    assert.lengthOf(more, 0)
    const { props } = await operator.get(`${BASE}/disk_high/edit?scope=${scope}`)
    assert.containSubset(props.override, { scope, raise: 60.5 })
    assert.equal((await operator.delete(`${BASE}/overrides/${change!.id}`)).status, 303)
    assert.lengthOf(await kept(), 0)
    assert.equal((await operator.delete(`${BASE}/overrides/${change!.id}`)).status, 404)
  })

  test('a change for a kind or a model belongs to the city', async ({ assert }) => {
    const { operator, kept, city } = await aDisk()
    for (const scope of ['kind:edge', 'model:PA-440']) {
      await operator.put(`${BASE}/disk_high`, { ...LIMITS, scope })
    }
    assert.deepEqual(
      (await kept()).map(({ tenantId, kind, model }) => [tenantId, kind, model]),
      [
        [city.id, 'edge', null],
        [city.id, null, 'PA-440'],
      ]
    )
  })

  test('nothing is written of what cannot be right', async ({ assert }) => {
    const { operator, kept, scope } = await aDisk()
    for (const wrong of [
      { clear: '70' },
      { of: '4' },
      { raise: 'much' },
      { severity: 'fatal' },
      { scope: 'kind:endpoints-of-nobody' },
      { scope: 'device:00000000-0000-4000-8000-000000000000' },
      { scope: 'device:nobody' },
    ]) {
      const { status } = await operator.put(`${BASE}/disk_high`, { ...LIMITS, scope, ...wrong })
      assert.equal(status, 303, JSON.stringify(wrong))
    }
    await operator.put(`${BASE}/coverage_low`, { ...LIMITS, raise: '50', clear: '60', scope })
    assert.lengthOf(await kept(), 0)
    assert.equal((await operator.put(`${BASE}/no_such_rule`, { ...LIMITS, scope })).status, 404)
  })

  test('the preview counts whom a limit would reach, and writes nothing', async ({ assert }) => {
    const { operator, kept, scope } = await aDisk()
    const ask = async (code: string, change: object) => {
      const asked = new URLSearchParams({ ...LIMITS, enabled: 'true', scope, ...change })
      return JSON.parse((await operator.get(`${BASE}/${code}/preview?${asked}`)).text)
    }
    const one = { judged: 1, known: 1 }
    assert.deepEqual(await ask('disk_high', {}), { ...one, beyondNow: 0, beyondThen: 1 })
    assert.deepEqual(await ask('disk_high', { raise: '75' }), { ...one, beyondNow: 0, beyondThen: 0 })
    assert.deepEqual(await ask('disk_high', { enabled: 'false' }), { ...one, beyondNow: 0, beyondThen: 0 })
    assert.deepEqual(await ask('interface_errors', { raise: '5', clear: '1' }), {
      ...{ ...one, beyondNow: 0, beyondThen: 1 },
    })
    assert.deepEqual(await ask('temperature_high', {}), { judged: 1, known: 0, beyondNow: 0, beyondThen: 0 })
    assert.lengthOf(await kept(), 0)
  })

  test('who only looks at the city sees the limits and changes none', async ({ assert }) => {
    const { kept, scope } = await aDisk()
    const viewer = visit((await personWith(['city_admin'], 'city')).token)
    const { props, status } = await viewer.get(BASE)
    assert.equal(status, 200)
    assert.deepEqual(props.may, { manage: false })
    assert.equal((await viewer.get(`${BASE}/disk_high/edit`)).status, 403)
    assert.equal((await viewer.put(`${BASE}/disk_high`, { ...LIMITS, scope })).status, 403)
    assert.lengthOf(await kept(), 0)
  })
})
