import { test } from '@japa/runner'
import { cleanUp, later, personWith, twoUnits, visit, type Visitor } from '@unia/platform/testing'
import { openDatabase } from '#ops/database'
import { Device } from '#ops/inventory/device'
import { Link } from '#ops/inventory/link'
import { finishDueRuns } from '#ops/rollout/run_tests'
import { TestMeasure } from '#ops/rollout/test_measure'
import { TestRun } from '#ops/rollout/test_run'
import { setState } from './school.ts'

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46])
const PDF = Buffer.from('%PDF-1.7 rysunek powykonawczy')

interface Place {
  id: number
  slug: string
}

/** A planned link of a unit, gone after the test. */
async function aLink(unit: Place) {
  const knex = openDatabase(undefined, 2)
  later(async () => {
    for (const table of ['links', 'devices'])
      await knex(`ops_console.ops_console_${table}`).where({ tenant_id: unit.id }).delete()
    await knex.destroy()
  })
  const link = await Link.query(knex)
    .insert({ tenant_id: unit.id, supplier: 'NETTE', state: 'planned', capacity_mbps: 1000 })
    .returning('*')
  return { knex, link: link as unknown as Link }
}

function files(kind: string, name: string, bytes: Buffer) {
  const form = new FormData()
  form.set('kind', kind)
  form.append('files', new Blob([new Uint8Array(bytes)]), name)
  return form
}

const protocol = {
  result: 'accepted',
  signedOn: '2026-11-02',
  forUnit: 'Anna Żak',
  forSupplier: 'Jan Ćwik',
  forCity: 'Ewa Śmiech',
  checklist: [{ item: 'labels', good: true }],
}

async function stateOf(knex: ReturnType<typeof openDatabase>, link: Link) {
  return (await Link.query(knex).where({ id: link.id }).first())!
}

test.group('A link is brought into service', (group) => {
  group.each.teardown(() => cleanUp())

  test('from the director’s consent to the first day of service, each step with its evidence', async ({
    assert,
  }) => {
    const [unit] = await twoUnits()
    const { knex, link } = await aLink(unit)
    const director = visit((await personWith(['director'], unit)).token)
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const own = `/${unit.slug}/ops-console/rollout/${link.id}`
    const city = `/city/ops-console/rollout/${link.id}`
    const step = (who: Visitor, base: string, to: string) => who.post(`${base}/steps`, { to })
    const state = async () => (await stateOf(knex, link)).state

    await step(director, own, 'route_agreed')
    assert.equal(await state(), 'route_agreed')
    await step(operator, city, 'cabinet_installed')
    assert.equal(await state(), 'route_agreed', 'a photo is missing')
    await director.post(`${own}/documents`, files('photo', 'szafka.jpg', JPEG))
    await operator.post(`${city}/steps`, {
      to: 'cabinet_installed',
      location: 'korytarz przy serwerowni',
      distanceM: 3,
    })
    assert.equal(await state(), 'cabinet_installed')
    await operator.post(`${city}/documents`, files('as_built', 'rysunek.pdf', PDF))
    await step(operator, city, 'documented')
    await operator.post(`${city}/protocols`, protocol)
    assert.equal(await state(), 'protocol_signed')

    const [cpe] = (await knex('ops_console.ops_console_devices')
      .insert({
        tenant_id: unit.id,
        key: 'cpe',
        kind: 'cpe',
        model: 'RB5009',
        rollout: 'delivered',
        simulated: true,
      })
      .returning('*')) as Device[]
    await operator.post(`${city}/tests`, { minutes: 15 })
    assert.equal(await state(), 'testing')
    assert.equal(
      (await Device.query(knex).where({ id: cpe!.id }).first())!.rollout,
      'installed',
      'tested links are watched'
    )
    await setState(unit, cpe!.id, 'UP')
    await knex('ops_console.ops_console_device_states')
      .where({ device_id: cpe!.id })
      .update({ figures: JSON.stringify({ rxDbm: -11.7, capacityMbps: 1000 }) })
    const run = (await TestRun.query(knex).where({ link_id: link.id }).first())!
    const minutes = Array.from({ length: 15 }, (_, i) => ({
      minute: new Date(run.started_at.getTime() + i * 60_000),
      sent: 5,
      rtts: [2, 3, 2, 3, 2],
    }))
    const later16 = new Date(run.ends_at.getTime() + 60_000)
    assert.deepEqual(
      await finishDueRuns(knex, async () => minutes, later16),
      [],
      'instruments are still to be read'
    )
    for (const [code, measured] of [
      ['rx_exchange', -13],
      ['throughput_down', 950],
      ['throughput_up', 941],
      ['mtu', 1500],
    ] as const) {
      await operator.send('PATCH', `${city}/tests/${run.id}`, { code, measured, instrument: 'EXFO MAX-730' })
    }
    const [decided] = await finishDueRuns(knex, async () => minutes, later16)
    assert.equal(decided?.state, 'passed')
    await step(operator, city, 'tests_passed')
    await operator.post(`${city}/defects`, { description: 'Brak opisu portu w szafce', blocking: true })
    await step(operator, city, 'active')
    assert.equal(await state(), 'tests_passed', 'a blocking defect is open')
    const { props } = await operator.get(city)
    const [defect] = props.defects as { id: string }[]
    await operator.send('PATCH', `${city}/defects/${defect!.id}`, { resolution: 'Naklejono etykietę' })
    await step(operator, city, 'active')

    const done = await stateOf(knex, link)
    assert.equal(done.state, 'active')
    assert.isNotNull(done.activated_at)
    assert.closeTo(done.baseline_rx_dbm!, -11.7, 0.001, 'the accepted power is the baseline')
    assert.equal((await Device.query(knex).where({ id: cpe!.id }).first())!.rollout, 'live')

    const pdf = await operator.get(`${city}/protocols/${(props.protocols as { id: string }[])[0]!.id}`)
    assert.equal(pdf.status, 200)
    assert.isTrue(pdf.text.startsWith('%PDF'))
    const trail = await knex('ops_console.ops_console_link_steps').where({ link_id: link.id }).orderBy('at')
    assert.lengthOf(trail, 7)
    assert.isTrue(trail.every((one) => one.actor_name))
  }).timeout(60_000)

  test('fewer than fifteen minutes of probes measure no latency', async ({ assert }) => {
    const [unit] = await twoUnits()
    const { knex, link } = await aLink(unit)
    const now = new Date()
    await knex('ops_console.ops_console_devices').insert({
      tenant_id: unit.id,
      key: 'cpe',
      kind: 'cpe',
      rollout: 'live',
      simulated: true,
    })
    const cpe = (await Device.query(knex).where({ tenant_id: unit.id, key: 'cpe' }).first())!
    await setState(unit, cpe.id, 'UP')
    const { startRun } = await import('#ops/rollout/run_tests')
    const run = await knex.transaction((trx) =>
      startRun(trx, link, { tester: { id: null, name: 'test' }, minutes: 1, now })
    )
    assert.equal(run!.ends_at.getTime() - now.getTime(), 15 * 60_000, 'the least time holds')
    const few = [{ minute: now, sent: 5, rtts: [1, 1, 1, 1, 1] }]
    await finishDueRuns(knex, async () => few, new Date(now.getTime() + 20 * 60_000))
    const latency = await TestMeasure.query(knex).where({ run_id: run!.id, code: 'latency' }).first()
    assert.isNull(latency!.measured)
  })

  test('a director takes no other step, and none on a foreign link', async ({ assert }) => {
    const [ours, theirs] = await twoUnits()
    const [own, foreign] = [await aLink(ours), await aLink(theirs)]
    const director = visit((await personWith(['director'], ours)).token)
    const at = (link: Link) => `/${ours.slug}/ops-console/rollout/${link.id}`
    assert.equal((await director.post(`${at(own.link)}/steps`, { to: 'suspended' })).status, 403)
    assert.equal((await director.post(`${at(foreign.link)}/steps`, { to: 'route_agreed' })).status, 404)
    assert.equal(
      (await director.post(`${at(foreign.link)}/documents`, files('photo', 'x.jpg', JPEG))).status,
      404
    )
    assert.equal((await stateOf(foreign.knex, foreign.link)).state, 'planned')
    const teacher = visit((await personWith(['teacher'], ours)).token)
    assert.equal((await teacher.post(`${at(own.link)}/steps`, { to: 'route_agreed' })).status, 403)
  })

  test('a script called photo, an empty form and a file too large are refused, and nothing is kept', async ({
    assert,
  }) => {
    const [unit] = await twoUnits()
    const { knex, link } = await aLink(unit)
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const base = `/city/ops-console/rollout/${link.id}`
    await operator.post(`${base}/documents`, files('photo', 'x.jpg', Buffer.from('<svg onload="alert(1)"/>')))
    await operator.post(`${base}/documents`, files('photo', 'x.pdf', PDF))
    await operator.post(`${base}/documents`, files('photo', 'empty.jpg', Buffer.alloc(0)))
    const huge = Buffer.concat([JPEG, Buffer.alloc(15 * 1024 * 1024)])
    await operator.post(`${base}/documents`, files('photo', 'huge.jpg', huge))
    assert.deepEqual(
      await knex('ops_console.ops_console_documents').where({ link_id: link.id }).pluck('name'),
      []
    )
    await operator.post(`${base}/documents`, files('photo', 'a.jpg', JPEG))
    await operator.post(`${base}/documents`, files('photo', 'b.jpg', JPEG))
    assert.lengthOf(
      await knex('ops_console.ops_console_documents').where({ link_id: link.id }),
      1,
      'the same picture is kept once'
    )
  })

  test('two people cannot start the tests twice', async ({ assert }) => {
    const [unit] = await twoUnits()
    const { knex, link } = await aLink(unit)
    await knex('ops_console.ops_console_links').where({ id: link.id }).update({ state: 'testing' })
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    await operator.get('/city/ops-console/rollout')
    await Promise.all(
      [1, 2].map(() => operator.post(`/city/ops-console/rollout/${link.id}/tests`, { minutes: 15 }))
    )
    assert.lengthOf(await TestRun.query(knex).where({ link_id: link.id }), 1)
  })

  test('the list counts, filters and exports', async ({ assert }) => {
    const [unit] = await twoUnits()
    const { link, knex } = await aLink(unit)
    await knex('ops_console.ops_console_links').where({ id: link.id }).update({ planned_on: '2020-01-01' })
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const late = await operator.get(`/city/ops-console/rollout?f.late=late&q=${unit.slug}`)
    assert.deepEqual(
      (late.props.rows as { id: string }[]).map(({ id }) => id),
      [link.id]
    )
    const file = await operator.get(`/city/ops-console/rollout/export?q=${unit.slug}`)
    assert.equal(file.status, 200)
    assert.include(file.text, 'NETTE')
    const auditor = visit((await personWith(['auditor'], 'city')).token)
    assert.equal(
      (await auditor.post(`/city/ops-console/rollout/${link.id}/steps`, { to: 'route_agreed' })).status,
      403
    )
  })
})
