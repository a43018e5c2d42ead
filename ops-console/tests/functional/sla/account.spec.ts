import { test } from '@japa/runner'
import { cleanUp, twoUnits } from '@unia/platform/testing'
import { keepReport, reportsOf } from '#ops/sla/reports'
import { contractLinks } from '#ops/sla/links'
import { recordProbeGroup } from '#ops/sla/probe_groups'
import { readInputs } from '#ops/sla/read_inputs'
import { settle } from '#ops/sla/settle'
import { aLink, measured, opsDatabase, outage } from './link.ts'

const HOUR = 3600_000
const LIMITS = { availability: 99.5, latencyP95Ms: 30, lossPercent: 0.5, noticeHours: 72 }
const BY = { id: '00000000-0000-7000-8000-000000000001', name: 'Łucja Żak' }
const MONTH = '2026-10'

test.group('A month of a link', (group) => {
  group.tap((each) => each.timeout(60_000))
  group.each.teardown(() => cleanUp())

  async function read(tenantId: number) {
    const knex = opsDatabase()
    const [link] = await contractLinks(knex, tenantId)
    return (await readInputs(knex, link, MONTH, LIMITS))!
  }

  test('is settled from probes and transitions', async ({ assert }) => {
    const [unit] = await twoUnits()
    const place = await aLink(unit)
    await measured(place, MONTH)
    await outage(place, '2026-10-12T06:00:00Z', '2026-10-12T11:00:00Z')
    const inputs = await read(unit.id)
    const result = settle(inputs)
    assert.equal(result.service, 745 * HOUR)
    assert.equal(result.down, 5 * HOUR)
    assert.equal(result.unknown, 0)
    assert.closeTo(result.availability!, 1 - 5 / 745, 1e-12)
    assert.isFalse(result.availabilityKept)
    assert.equal(inputs.probes.sent, 745 * 60 * 5)
    assert.equal(inputs.probes.sent - inputs.probes.received, 44)
    assert.equal(inputs.probes.latencyP95Ms, 6)
  })

  test("leaves out power cuts with evidence, the city's outages, and says where nobody measured", async ({
    assert,
  }) => {
    const [unit, office] = await twoUnits()
    const place = await aLink(unit)
    const knex = opsDatabase()
    await measured(place, MONTH)
    await outage(place, '2026-10-12T06:00:00Z', '2026-10-12T11:00:00Z')
    await knex('ops_console.ops_console_sla_exclusions').insert({
      ...{ tenant_id: place.tenantId, device_id: place.deviceId, cause: 'power', evidence: 'PGE 1234/26' },
      ...{
        starts_at: '2026-10-12T07:00:00Z',
        ends_at: '2026-10-12T09:00:00Z',
        author_id: BY.id,
        author_name: BY.name,
      },
    })
    const [core] = await knex('ops_console.ops_console_devices')
      .insert({ tenant_id: office.id, key: 'core', kind: 'core', name: 'Rdzeń', rollout: 'live' })
      .returning('id')
    await knex('ops_console.ops_console_parents').insert({
      ...{
        tenant_id: place.tenantId,
        device_id: place.deviceId,
        parent_tenant_id: office.id,
        parent_id: core.id,
      },
    })
    await outage({ tenantId: office.id, deviceId: core.id }, '2026-10-12T08:00:00Z', '2026-10-12T10:00:00Z')
    await knex.raw(`update ops_console.ops_console_link_minutes set sent = 0, received = 0, rtts = '{}'
      where device_id = '${place.deviceId}' and at >= '2026-10-20T00:00Z' and at < '2026-10-22T12:00Z'`)
    const inputs = await read(unit.id)
    const result = settle(inputs)
    assert.deepEqual(
      inputs.exclusions.map(({ cause, evidence }) => [cause, evidence]),
      [
        ['power', 'PGE 1234/26'],
        ['city', 'Rdzeń'],
      ]
    )
    assert.equal(result.excluded, 3 * HOUR)
    assert.equal(result.down, 2 * HOUR)
    assert.equal(result.unknown, 60 * HOUR)
    assert.isFalse(result.wellCovered)
    assert.closeTo(result.availability!, 1 - 2 / (745 - 3 - 60), 1e-12)
  })

  test('ends an outage with the first good poll where polls are still kept', async ({ assert }) => {
    const [unit] = await twoUnits()
    const place = await aLink(unit)
    const knex = opsDatabase()
    const { writeSamples } = await import('#ops/history/samples')
    const { outagesOf } = await import('#ops/sla/read_outages')
    const at = (seconds: number) =>
      new Date(Math.floor(Date.now() / 60_000) * 60_000 - 3600_000 + seconds * 1000)
    await writeSamples(
      knex,
      [0, 15, 30, 45, 60].map((s) => ({ ...place, at: at(s), values: s < 45 ? null : { rxDbm: -7 } }))
    )
    await outage(place, at(0).toISOString(), at(60).toISOString())
    const { down } = await outagesOf(knex, place, { from: at(-60).getTime(), to: Date.now() })
    assert.deepEqual(down, [{ from: at(0).getTime(), to: at(45).getTime() }])
  })

  test('once settled stays, and a correction is version 2', async ({ assert }) => {
    const [unit] = await twoUnits()
    const place = await aLink(unit)
    const knex = opsDatabase()
    const keep = async () => {
      const inputs = await read(unit.id)
      return knex.transaction((trx) => keepReport(trx, place, inputs, BY))
    }
    assert.deepEqual(await keep(), { version: 1, added: true })
    assert.deepEqual(await keep(), { version: 1, added: false })
    await outage(place, '2026-10-12T06:00:00Z', '2026-10-12T11:00:00Z')
    assert.deepEqual(await keep(), { version: 2, added: true })
    const [second, first] = await reportsOf(knex, place, MONTH)
    assert.deepEqual([second.result.down, first.result.down], [5 * HOUR, 0])
    assert.match(first.inputsHash, /^[0-9a-f]{64}$/)
    const { inputsHash } = await import('#ops/sla/canonical')
    assert.equal(inputsHash(second.inputs), second.inputsHash, 'can be checked against what is kept')
    await assert.rejects(
      () => knex('ops_console.ops_console_sla_reports').update({ version: 9 }),
      /permission denied/
    )
    await assert.rejects(() => knex('ops_console.ops_console_sla_reports').delete(), /permission denied/)
  })

  test('takes one probe group a minute, the last that was recorded', async ({ assert }) => {
    const [unit] = await twoUnits()
    const place = await aLink(unit)
    const knex = opsDatabase()
    const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 12_345)
    await recordProbeGroup(knex, [{ ...place, minute, sent: 5, rtts: [9] }])
    await recordProbeGroup(knex, [
      { ...place, minute, sent: 5, rtts: [2, 4, 6, Number.NaN] },
      { ...place, minute: new Date('2019-01-01T00:00Z'), sent: 5, rtts: [] },
    ])
    const rows = await knex('ops_console.ops_console_link_minutes').where({ device_id: place.deviceId })
    assert.lengthOf(rows, 1)
    const [{ at, sent, received, min_ms, avg_ms, max_ms, rtts }] = rows
    assert.equal(at.getTime() % 60_000, 0)
    assert.deepEqual([sent, received, min_ms, avg_ms, max_ms, rtts], [5, 3, 2, 4, 6, [2, 4, 6]])
  })
})
