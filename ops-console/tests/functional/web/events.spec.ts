import { test } from '@japa/runner'
import { cleanUp, later, owner, personWith, theCity, twoUnits, visit } from '@unia/platform/testing'
import type { AttributedEvent } from '#ops/ingest/event'
import { EventWriter } from '#ops/ingest/store/events'
import { keepQuarantine } from '#ops/ingest/store/bookkeeping'
import { openPool } from '#ops/database'
import { eventRows } from '#ops/queries/event_list'
import { aDevice } from './school.ts'

interface Row {
  key: string
  message: string
  source: string | null
}

let second = 0

/** An event as the ingest hands it over; the newer the later it is made. */
const anEvent = (
  tenantId: number,
  deviceId: string | null,
  what: Partial<AttributedEvent> = {}
): AttributedEvent => ({
  ...{
    tenantId,
    deviceId,
    quarantined: deviceId === null,
    receivedAt: Date.now() - 60_000 + second++,
    deviceAt: null,
  },
  ...{
    source: '10.0.0.1',
    via: 'udp',
    facility: 1,
    severity: 6,
    type: 'SYSTEM',
    subtype: 'general',
    serial: '0128',
  },
  ...{ seqno: null, message: 'message', fields: {}, people: [], personal: false, hint: false },
  ...what,
})

async function write(...events: AttributedEvent[]) {
  const writer = new EventWriter(process.env.DATABASE_OPS_URL!)
  await writer.write(events)
  await writer.close()
  later(async () => {
    const tenants = [...new Set(events.map(({ tenantId }) => tenantId))]
    await owner().from('ops_console.ops_console_events').whereIn('tenant_id', tenants).delete()
  })
}

const rows = ({ props }: { props: Record<string, unknown> }) => props.rows as Row[]
const messages = (answer: { props: Record<string, unknown> }) => rows(answer).map(({ message }) => message)

test.group('The event log', (group) => {
  group.each.teardown(() => cleanUp())

  test('a director reads the own unit’s events only, without addresses of the management', async ({
    assert,
  }) => {
    const [ours, theirs] = await twoUnits()
    const [own, foreign] = [await aDevice(ours), await aDevice(theirs)]
    await write(
      anEvent(ours.id, own, { message: 'ours' }),
      anEvent(theirs.id, foreign, { message: 'theirs' })
    )
    const director = visit((await personWith(['director'], ours)).token)
    const list = await director.get(`/${ours.slug}/ops-console/events`)
    assert.equal(list.component, 'ops-console/events')
    assert.deepEqual(messages(list), ['ours'])
    assert.isNull(rows(list)[0]!.source)
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const whole = await operator.get(`/city/ops-console/events?f.unit=${theirs.slug}`)
    const { key } = rows(whole)[0]!
    assert.equal((await operator.get(`/city/ops-console/events/${key}`)).status, 200)
    assert.equal((await director.get(`/${ours.slug}/ops-console/events/${key}`)).status, 404)
    assert.notInclude((await director.get(`/${ours.slug}/ops-console/events/export`)).text, 'theirs')
    assert.notInclude((await director.get(`/${ours.slug}/ops-console/events/tail`)).text, 'theirs')
    assert.deepEqual(messages(await director.get(`/${ours.slug}/ops-console/events?f.unit=${theirs.slug}`)), [
      'ours',
    ])
    assert.deepEqual(messages(await director.get(`/${ours.slug}/ops-console/events?f.device=${foreign}`)), [])
    for (const path of ['events', 'events/sources']) {
      assert.equal((await director.get(`/city/ops-console/${path}`)).status, 404, path)
    }
  })

  test('who may not see names reads none and finds none, in the list, the details and the file', async ({
    assert,
  }) => {
    const [unit] = await twoUnits()
    const device = await aDevice(unit)
    await write(
      anEvent(unit.id, device, {
        ...{ type: 'THREAT', message: 'tunel · 10.1.1.1', people: ['szkola\\jan.zak'], personal: true },
        fields: { srcUser: 'szkola\\jan.zak', src: '10.1.1.1', object: 'tunel.example.com' },
      }),
      anEvent(unit.id, device, {
        message: `failed for user 'szkola\\jan.zak'`,
        people: ['szkola\\jan.zak'],
        personal: true,
      })
    )
    const deputy = visit((await personWith(['deputy_director'], unit)).token)
    const director = visit((await personWith(['director'], unit)).token)
    const base = `/${unit.slug}/ops-console/events`
    assert.lengthOf(rows(await deputy.get(`${base}?q=tunel`)), 1)
    assert.lengthOf(rows(await deputy.get(`${base}?q=jan`)), 0)
    assert.lengthOf(rows(await director.get(`${base}?q=jan`)), 2)
    for (const path of ['', '?q=failed', '/export', '/tail']) {
      assert.notInclude((await deputy.get(`${base}${path}`)).text, 'jan.zak', path)
    }
    for (const { key } of rows(await deputy.get(base))) {
      assert.notInclude((await deputy.get(`${base}/${key}`)).text, 'jan.zak')
      assert.include((await director.get(`${base}/${key}`)).text, 'jan.zak')
    }
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const officer = visit((await personWith(['security_officer'], 'city')).token)
    assert.notInclude((await operator.get(`/city/ops-console/events?f.unit=${unit.slug}`)).text, 'jan.zak')
    assert.include((await officer.get(`/city/ops-console/events?f.unit=${unit.slug}`)).text, 'jan.zak')
  })

  test('search, severity, type, days and pages narrow the list', async ({ assert }) => {
    const [unit] = await twoUnits()
    const device = await aDevice(unit)
    await write(
      anEvent(unit.id, device, { message: 'Żółta lampka', severity: 4 }),
      anEvent(unit.id, device, { message: 'linkDown: ethernet1/1', severity: 3, type: 'TRAP', via: 'trap' }),
      ...Array.from({ length: 60 }, (_, i) => anEvent(unit.id, device, { message: `row ${i}` }))
    )
    const director = visit((await personWith(['director'], unit)).token)
    const ask = (query: string) => director.get(`/${unit.slug}/ops-console/events?${query}`)
    assert.deepEqual(messages(await ask('q=zolta')), ['Żółta lampka'])
    assert.deepEqual(messages(await ask('q=ethernet1')), ['linkDown: ethernet1/1'])
    assert.lengthOf(rows(await ask('f.severity=4')), 2)
    assert.lengthOf(rows(await ask('f.type=TRAP')), 1)
    assert.lengthOf(rows(await ask('f.to=2020-01-01')), 0)
    for (const odd of [
      'q=%27%26%7C',
      'page=x',
      'page=999999999999999.1',
      'f.severity=9&f.from=2026-99-99',
      'f.device=x',
    ]) {
      assert.equal((await ask(odd)).status, 200, odd)
    }
    const first = await ask('')
    assert.lengthOf(rows(first), 50)
    const older = await ask(`page=${first.props.older as string}`)
    assert.lengthOf(rows(older), 12)
    assert.isNull(older.props.older)
    assert.lengthOf(new Set([...rows(first), ...rows(older)].map(({ key }) => key)), 62)
    const tail = JSON.parse(
      (await director.get(`/${unit.slug}/ops-console/events/tail?after=${rows(first)[5]!.key}`)).text
    )
    assert.deepEqual(
      tail.rows.map((row: Row) => row.key),
      rows(first)
        .slice(0, 5)
        .map(({ key }) => key)
    )
  })

  test('an export stands in the audit trail with what was asked for', async ({ assert }) => {
    const [unit] = await twoUnits()
    await write(anEvent(unit.id, await aDevice(unit), { message: 'row' }))
    const person = await personWith(['director'], unit)
    const { text } = await visit(person.token).get(`/${unit.slug}/ops-console/events/export?q=row&format=csv`)
    assert.include(text, 'row')
    const entry = await owner()
      .from('core.access_audit_events')
      .where({ action: 'export', object: 'ops-console.events', tenant_id: unit.id })
      .first()
    assert.deepInclude(entry.details ?? entry.after ?? {}, { q: 'row' })
  })

  test('a sender in quarantine is assigned by the operator, and only once', async ({ assert }) => {
    const [unit] = await twoUnits()
    const device = await aDevice(unit)
    const city = await theCity()
    const knex = openPool(undefined, 1)
    later(async () => {
      await knex('ops_console.ops_console_event_quarantine').where({ source: '10.9.9.9' }).delete()
      await knex.destroy()
    })
    const seen = { via: 'udp', firstAt: Date.now(), lastAt: Date.now(), count: 3, sample: 'x' }
    const sender = { source: '10.9.9.9', serial: 'Q1', reason: 'unknown_serial' as const, ...seen }
    await keepQuarantine(knex, city.id, [sender])
    await keepQuarantine(knex, city.id, [sender])
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const auditor = visit((await personWith(['auditor'], 'city')).token)
    const list = await operator.get('/city/ops-console/events/sources?q=10.9.9.9')
    assert.deepInclude((list.props.rows as { count: number }[])[0]!, {
      source: '10.9.9.9',
      count: 6,
      assignable: true,
    })
    const wanted = { source: '10.9.9.9', serial: 'Q1', deviceId: device }
    assert.equal((await auditor.get('/city/ops-console/events/sources')).status, 200)
    assert.equal((await auditor.post('/city/ops-console/events/sources', wanted)).status, 403)
    assert.equal(
      (await operator.post('/city/ops-console/events/sources', wanted)).location,
      '/city/ops-console/events/sources'
    )
    await operator.post('/city/ops-console/events/sources', wanted)
    const kept = await knex('ops_console.ops_console_event_sources').where({ device_id: device })
    assert.lengthOf(kept, 1)
    assert.deepInclude(kept[0], { tenant_id: unit.id, address: '10.9.9.9', serial: 'Q1' })
  })

  test('what nobody sent is the city’s alone, even in the city’s own unit', async ({ assert }) => {
    const city = await theCity()
    await write(anEvent(city.id, null, { message: 'stranger', source: '10.8.8.8' }))
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    assert.include(messages(await operator.get('/city/ops-console/events?q=stranger')), 'stranger')
    const knex = openPool(undefined, 1)
    later(async () => void (await knex.destroy()))
    const asked = { q: 'stranger', from: new Date(0), to: null, people: true }
    assert.lengthOf(await eventRows(knex, { ...asked, tenantId: null }, 10), 1)
    assert.lengthOf(await eventRows(knex, { ...asked, tenantId: city.id }, 10), 0)
  })
})
