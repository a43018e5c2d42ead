import { test } from '@japa/runner'
import { cleanUp, later, personWith, theCity, twoUnits, visit } from '@unia/platform/testing'
import { openDesk } from '#ops/alarms/desk'
import { Incident } from '#ops/alarms/incident'
import { keepIncidents } from '#ops/alarms/keep'
import { raiseIncident } from '#ops/alarms/raise'
import { activeWindows } from '#ops/alarms/windows'
import { openDatabase } from '#ops/database'
import { aDevice } from './school.ts'

const SILENT = { check: 'reachability', severity: 'critical' as const, fact: null }
const BASE = '/city/ops-console'

/** A school with a silent firewall, and an operator of the city. */
async function aTrouble() {
  const [unit, other] = await twoUnits()
  const city = await theCity()
  const ops = openDatabase(undefined, 3)
  later(async () => {
    for (const table of [
      'notices',
      'silences',
      'windows',
      'policies',
      'rotas',
      'contacts',
      'webhooks',
      'incidents',
    ]) {
      await ops(`ops_console.ops_console_${table}`).where({ tenant_id: city.id }).delete()
    }
    await ops.destroy()
  })
  const deviceId = await aDevice(unit)
  const keep = (wanted = [SILENT]) =>
    ops.transaction((trx) => keepIncidents(trx, [{ tenantId: unit.id, deviceId, wanted }], new Date()))
  await keep()
  const incident = await Incident.query(ops).where({ tenant_id: unit.id }).first().throwIfNotFound()
  const operator = visit((await personWith(['it_operator'], 'city')).token)
  const again = () => Incident.query(ops).findById([unit.id, incident.id]).throwIfNotFound()
  return {
    unit,
    other,
    city,
    ops,
    deviceId,
    keep,
    incident,
    again,
    operator,
    path: `${BASE}/incidents/${incident.id}`,
  }
}

test.group('What people do about incidents', (group) => {
  group.tap((each) => each.timeout(30_000))
  group.each.teardown(() => cleanUp())

  test('an operator acknowledges with a comment, which the card and the trail show', async ({ assert }) => {
    const { operator, path, again } = await aTrouble()
    assert.equal((await operator.post(`${path}/acknowledgement`, { comment: '' })).status, 302)
    assert.isNull((await again()).acknowledged_at)
    await operator.post(`${path}/acknowledgement`, {
      comment: 'Dzwonię do szkoły',
      until: '2099-01-01T00:00:00Z',
    })
    assert.include(await again(), {
      acknowledged_comment: 'Dzwonię do szkoły',
      acknowledged_name: 'Łucja Żak-Testowa',
    })
    const { props, component } = await operator.get(path)
    assert.equal(component, 'ops-console/incident')
    const kinds = (props.timeline as { kind: string }[]).map(({ kind }) => kind)
    assert.deepEqual(kinds, ['acknowledged', 'opened'])
    await operator.delete(`${path}/acknowledgement`)
    assert.isNull((await again()).acknowledged_at)
  })

  test('several are acknowledged at once from the list', async ({ assert }) => {
    const { operator, incident, again } = await aTrouble()
    await operator.post(`${BASE}/incidents/acknowledgements`, {
      ids: [incident.id],
      comment: 'Wszystkie moje',
    })
    assert.isNotNull((await again()).acknowledged_at)
    const { props } = await operator.get(`${BASE}/incidents?f.owner=taken&f.state=open`)
    assert.include(
      (props.rows as { id: string }[]).map(({ id }) => id),
      incident.id
    )
  })

  test('notes and the contractor’s number are kept', async ({ assert }) => {
    const { operator, path, again } = await aTrouble()
    await operator.post(`${path}/notes`, { text: 'Ekipa jedzie' })
    await operator.put(`${path}/ticket`, { ticket: 'NET-77' })
    assert.equal((await again()).ticket, 'NET-77')
    const { props } = await operator.get(path)
    assert.deepEqual(
      (props.timeline as { kind: string }[]).map(({ kind }) => kind),
      ['ticket', 'noted', 'opened']
    )
  })

  test('only what cannot clear itself is closed by hand, and with a reason', async ({ assert }) => {
    const { operator, path, again, ops, unit, deviceId } = await aTrouble()
    await operator.post(`${path}/closure`, { reason: 'Bo tak chcę' })
    assert.isNull((await again()).closed_at)
    const wanted = { check: 'threat', instance: 'x', severity: 'critical' as const, fact: null }
    const raise = () =>
      ops.transaction((trx) =>
        raiseIncident(trx, { tenantId: unit.id, deviceId, origin: 'syslog', wanted }, new Date())
      )
    await raise()
    await raise()
    const threat = await Incident.query(ops)
      .where({ tenant_id: unit.id, origin: 'syslog' })
      .first()
      .throwIfNotFound()
    assert.include(threat, { occurrences: 2, self_clearing: false })
    await operator.post(`${BASE}/incidents/${threat.id}/closure`, { reason: 'Plik usunięty' })
    const closed = await Incident.query(ops).findById([unit.id, threat.id]).throwIfNotFound()
    assert.include(closed, { close_reason: 'manual', close_note: 'Plik usunięty' })
  })

  test('what one source says does not close what another has raised', async ({ assert }) => {
    const { keep, ops, unit, deviceId, again } = await aTrouble()
    const wanted = { check: 'threat', severity: 'critical' as const, fact: null }
    await ops.transaction((trx) =>
      raiseIncident(trx, { tenantId: unit.id, deviceId, origin: 'syslog', wanted }, new Date())
    )
    await keep([])
    assert.isNotNull((await again()).closed_at)
    assert.equal(
      await Incident.query(ops).where({ tenant_id: unit.id }).whereNull('closed_at').resultSize(),
      1
    )
  })

  test('a silence names what it is for and ends within thirty days', async ({ assert }) => {
    const { operator, ops, city, deviceId } = await aTrouble()
    const count = () => ops('ops_console.ops_console_silences').where({ tenant_id: city.id })
    for (const wrong of [
      { hours: 4 },
      { deviceId },
      { deviceId, hours: 721 },
      { deviceId, until: '2020-01-01T00:00' },
    ]) {
      await operator.post(`${BASE}/silences`, { reason: 'Remont', ...wrong })
    }
    assert.lengthOf(await count(), 0)
    await operator.post(`${BASE}/silences`, { reason: 'Remont', deviceId, hours: 720 })
    const [silence] = await count()
    await operator.delete(`${BASE}/silences/${silence.id}`)
    assert.isNotNull((await count())[0].ended_at)
  })

  test('work for one device is entered from the wall by minutes, and ended early', async ({ assert }) => {
    const { operator, ops, unit, deviceId } = await aTrouble()
    await operator.post(`${BASE}/windows`, { deviceId, minutes: 30, reason: 'Restart' })
    assert.deepEqual(await activeWindows(ops, new Date()), [{ tenantId: unit.id, deviceId, subtree: true }])
    const { props } = await operator.get(`${BASE}/windows`)
    const [row] = props.windows as { id: string; state: string }[]
    assert.equal(row!.state, 'running')
    await operator.delete(`${BASE}/windows/${row!.id}`)
    assert.deepEqual(await activeWindows(ops, new Date()), [])
  })

  test('work for a unit and for the city is planned in Warsaw’s time, changed, and repeated', async ({
    assert,
  }) => {
    const { operator, ops, unit } = await aTrouble()
    const form = {
      startsDay: '2030-07-01',
      startsTime: '22:00',
      endsDay: '2030-07-01',
      endsTime: '23:30',
      reason: 'NETTE',
    }
    await operator.post(`${BASE}/windows`, { ...form, unit: unit.slug, repeats: 'weekly' })
    await operator.post(`${BASE}/windows`, {
      ...form,
      unit: 'city',
      slaExcluded: true,
      announcedDay: '2030-06-01',
    })
    assert.deepEqual(await activeWindows(ops, new Date('2030-07-01T19:59:00Z')), [])
    const running = await activeWindows(ops, new Date('2030-07-01T20:00:00Z'))
    assert.sameDeepMembers(running, [
      { tenantId: unit.id, deviceId: null, subtree: true },
      { tenantId: null, deviceId: null, subtree: true },
    ])
    assert.lengthOf(await activeWindows(ops, new Date('2030-07-08T20:00:00Z')), 1)
    const [own] = await ops('ops_console.ops_console_windows').where({ tenant_id: unit.id })
    assert.equal((await operator.get(`${BASE}/windows/${own.id}/edit`)).status, 200)
    await operator.put(`${BASE}/windows/${own.id}`, { ...form, unit: unit.slug, endsTime: '22:30' })
    assert.lengthOf(await activeWindows(ops, new Date('2030-07-01T20:45:00Z')), 1)
  })

  test('who may only look changes nothing', async ({ assert }) => {
    const { path, deviceId, incident } = await aTrouble()
    const auditor = visit((await personWith(['auditor'], 'city')).token)
    assert.equal((await auditor.get(path)).status, 200)
    const writes: [string, object][] = [
      [`${path}/acknowledgement`, { comment: 'Moje' }],
      [`${BASE}/incidents/acknowledgements`, { ids: [incident.id], comment: 'Moje' }],
      [`${path}/notes`, { text: 'Notatka' }],
      [`${path}/closure`, { reason: 'Zamykam' }],
      [`${BASE}/silences`, { deviceId, hours: 1, reason: 'Cisza' }],
      [`${BASE}/windows`, { deviceId, minutes: 30, reason: 'Restart' }],
      [`${BASE}/notifications/contacts`, {}],
      [`${BASE}/notifications/webhooks`, {}],
      [`${BASE}/notifications/notices`, {}],
    ]
    for (const [address, body] of writes)
      assert.equal((await auditor.post(address, body)).status, 403, address)
    assert.equal((await auditor.get(`${BASE}/notifications`)).status, 403)
  })

  test('a school reads of the city’s trouble that it is the city’s, and of another school nothing', async ({
    assert,
  }) => {
    const { ops, unit, other, city, deviceId } = await aTrouble()
    const read = async (at: typeof unit) => {
      const director = visit((await personWith(['director'], at)).token)
      return (await director.get(`/${at.slug}/ops-console`)).props.notice as { scope: string } | null
    }
    assert.equal((await read(unit))?.scope, 'own')
    assert.isNull(await read(other))
    const [root] = await ops('ops_console.ops_console_incidents')
      .insert({
        tenant_id: city.id,
        check_code: 'test',
        severity: 'critical',
        opened_at: new Date(),
        last_seen_at: new Date(),
      })
      .returning('id')
    await ops('ops_console.ops_console_impacts').insert({
      ...{ tenant_id: unit.id, device_id: deviceId, incident_tenant_id: city.id, incident_id: root.id },
      from_at: new Date(),
    })
    assert.equal((await read(unit))?.scope, 'city')
    assert.isNull(await read(other))
  })
})

test.group('Whom the console tells', (group) => {
  group.tap((each) => each.timeout(30_000))
  group.each.teardown(() => cleanUp())

  test('contacts, rota, swaps, rules and a test notice are kept by an operator', async ({ assert }) => {
    const { operator, ops, city } = await aTrouble()
    await openDesk(ops, new Date())
    const contact = { role: 'it', locale: 'pl', hourlyLimit: 20 }
    const add = (name: string, change: object = {}) =>
      operator.post(`${BASE}/notifications/contacts`, {
        ...contact,
        name,
        email: `${name}@example.org`,
        ...change,
      })
    await add('anna')
    await add('jan')
    await add('nobody', { email: null })
    const people = await ops('ops_console.ops_console_contacts').where({ tenant_id: city.id }).orderBy('name')
    assert.deepEqual(
      people.map(({ name }) => name),
      ['anna', 'jan']
    )

    const rota = await ops('ops_console.ops_console_rotas').where({ tenant_id: city.id }).first()
    const ids = people.map(({ id }) => id)
    await operator.put(`${BASE}/on-call/${rota.id}`, {
      startsOn: '2026-01-05',
      handover: '08:00',
      days: 7,
      contactIds: ids,
    })
    const calendar = async () => {
      const { props } = await operator.get(`${BASE}/on-call`)
      return (props.rotas as { shifts: { name: string; override: object | null }[] }[])[0]!.shifts
    }
    const [now, next] = await calendar()
    assert.notEqual(now!.name, next!.name)
    const helper = people.find(({ name }) => name !== now!.name)
    const soon = new Date(Date.now() + 60_000)
    const later = new Date(Date.now() + 3_600_000)
    await operator.post(`${BASE}/on-call/${rota.id}/overrides`, {
      ...{ contactId: helper.id, kind: 'swap', reason: 'Lekarz' },
      ...{ startsAt: soon.toISOString(), endsAt: later.toISOString() },
    })
    const swapped = (await calendar()).filter(({ override }) => override)
    assert.deepEqual(
      swapped.map(({ name }) => name),
      [helper.name, now!.name]
    )
    const file = await operator.get(`${BASE}/on-call/${rota.id}/calendar/${helper.id}`)
    assert.include(file.text, 'BEGIN:VEVENT')

    await operator.post(`${BASE}/notifications/notices`, { contactId: helper.id })
    const [notice] = await ops('ops_console.ops_console_notices').where({ kind: 'test', tenant_id: city.id })
    assert.include(notice, { channel: 'email', state: 'pending', name: helper.name })
    const { props } = await operator.get(`${BASE}/notifications`)
    assert.lengthOf(props.contacts as object[], 2)
    const [policy] = props.policies as { id: string }[]
    assert.equal((await operator.get(`${BASE}/notifications/policies/${policy!.id}/edit`)).status, 200)
    const steps = [
      { afterMinutes: 0, targets: [{ type: 'rota', id: rota.id }] },
      { afterMinutes: 30, targets: [{ type: 'managers' }] },
    ]
    await operator.put(`${BASE}/notifications/policies/${policy!.id}`, {
      name: 'Awarie',
      minSeverity: 'critical',
      steps,
    })
    const kept = await ops('ops_console.ops_console_policies').where({ id: policy!.id }).first()
    assert.deepEqual(kept.steps, steps)
  })

  test('the secret of a webhook is sealed and never shown', async ({ assert }) => {
    const { operator, ops, city } = await aTrouble()
    const secret = 'bardzo-tajny-podpis-123'
    await operator.post(`${BASE}/notifications/webhooks`, {
      name: 'Portal',
      url: 'http://127.0.0.1:9/x',
      secret,
    })
    const hook = await ops('ops_console.ops_console_webhooks').where({ tenant_id: city.id }).first()
    assert.isFalse((hook.secret as Buffer).includes(secret))
    const page = await operator.get(`${BASE}/notifications`)
    assert.include(page.text, 'Portal')
    assert.notInclude(page.text, secret)
    assert.notInclude(page.text, hook.secret.toString('base64'))
  })
})
