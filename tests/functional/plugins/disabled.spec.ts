import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { publish } from '../../../app/bus/index.ts'
import { startRelay } from '../../../app/bus/relay.ts'
import { contracts } from '../../../app/contracts/registry.ts'
import { systemPool } from '../../../app/database/system_pool.ts'
import { JobCancelled, type JobContext, type JobDefinition } from '../../../app/jobs/index.ts'
import { onlyWhereActive } from '../../../app/jobs/only_where_active.ts'
import { registry } from '../../../app/plugins/registry.ts'
import { runInTenant } from '../../../app/tenancy/scope_queries.ts'
import { inTenant } from '../../../app/tenancy/tenancy.ts'
import type { Tenant } from '../../../app/tenancy/tenants.ts'
import { giveRole, owner, personWith, switchInUnit, twoUnits, visit } from '../../../app/testing/index.ts'
import { Members } from '../../fixtures/plugins/sample-club/contract.ts'
import { memberAdded } from '../../fixtures/plugins/sample-club/events.ts'
import recount, { ran } from '../../fixtures/plugins/sample-club/jobs/recount.ts'
import { heard } from '../../fixtures/plugins/sample-club/listeners/count_member.ts'

const CLUB = 'sample-club'

const contextOf = (tenantId: number, runId: string): JobContext => ({
  runId,
  tenantId,
  tenant: (work) => runInTenant(tenantId, work),
  progress: () => {},
  file: async () => {},
  cancelled: () => false,
  log: { info: () => {}, error: () => {} },
})

/** Two schools with the club on and a member each, and somebody who directs both. */
async function schools() {
  const [school, other] = await twoUnits()
  for (const { id } of [school, other]) {
    await owner()
      .table('sample_club.sample_club_members')
      .insert({ tenant_id: id, name: `Członek szkoły ${id}` })
  }
  const director = await personWith(['director'], school)
  await giveRole(director, 'director', other)
  return { school, other, browser: visit(director.token), director }
}

const menuOf = (props: Record<string, unknown>) =>
  (props.menu as { items: { id: string }[] }[]).flatMap(({ items }) => items.map(({ id }) => id))

test.group('A plugin that is off in a school', () => {
  test('answers 404, not 403, and goes on answering in the other school', async ({ assert }) => {
    const { school, other, browser } = await schools()
    assert.equal((await browser.get(`/${school.slug}/${CLUB}/members`)).status, 200)
    await switchInUnit(school, CLUB, false)
    assert.equal((await browser.get(`/${school.slug}/${CLUB}/members`)).status, 404)
    assert.equal((await browser.get(`/${other.slug}/${CLUB}/members`)).status, 200)
  })

  test('looks like a plugin that was never granted, and like a page that does not exist', async ({
    assert,
  }) => {
    const { school, browser } = await schools()
    await switchInUnit(school, CLUB, false)
    const off = await browser.get(`/${school.slug}/${CLUB}/members`)
    const nowhere = await browser.get(`/${school.slug}/no-such-plugin/members`)
    assert.deepEqual([off.status, off.component], [nowhere.status, nowhere.component])
  })

  test('is gone from the menu', async ({ assert }) => {
    const { school, browser } = await schools()
    const page = () => browser.get(`/${school.slug}/plugins`)
    assert.include(menuOf((await page()).props), `${CLUB}.members`)
    await switchInUnit(school, CLUB, false)
    assert.notInclude(menuOf((await page()).props), `${CLUB}.members`)
  })

  test('has no card on the home page', async ({ assert }) => {
    const { school, browser } = await schools()
    const cards = async () =>
      ((await browser.get(`/${school.slug}`)).props.cards as { id: string }[]).map(({ id }) => id)
    assert.include(await cards(), `${CLUB}.count`)
    await switchInUnit(school, CLUB, false)
    assert.notInclude(await cards(), `${CLUB}.count`)
  })

  test('is not searched', async ({ assert }) => {
    const { school, browser } = await schools()
    const found = async () => (await browser.get(`/${school.slug}/search?q=cz%C5%82onek`)).text
    assert.include(await found(), `Członek szkoły ${school.id}`)
    await switchInUnit(school, CLUB, false)
    assert.notInclude(await found(), 'Członek')
  })

  test('answers no contract: whom it is optional for gets null, who requires it is refused', async ({
    assert,
  }) => {
    const { school, other } = await schools()
    await switchInUnit(school, CLUB, false)
    await inTenant(school.id, async () => {
      assert.isNull(await contracts.optional(Members))
      await assert.rejects(() => contracts.require(Members), /E_CONTRACT_UNAVAILABLE/)
    })
    await inTenant(other.id, async () => {
      assert.deepEqual(await (await contracts.require(Members)).names(), [`Członek szkoły ${other.id}`])
    })
  })

  test('hears no events; each is noted as skipped, so that a replay knows what was missed', async ({
    assert,
  }) => {
    const { school, other } = await schools()
    await switchInUnit(school, CLUB, false)
    for (const { id, slug } of [school, other]) {
      await inTenant(id, () => publish(memberAdded, { subject: 'member/1', data: { name: slug } }))
    }
    const relay = await startRelay({
      pool: systemPool(),
      subscriptions: registry.get(CLUB)!.subscribes!,
      runInTenant,
      isActive: (plugin, tenant) => registry.isActive(plugin, tenant),
      tenants: [school.id, other.id],
      start: false,
    })
    await relay.drain()
    await relay.stop()
    assert.include(heard, other.slug)
    assert.notInclude(heard, school.slug)
    const inbox = await inTenant(school.id, () => db.from('bus_inbox').select('consumer', 'status', 'result'))
    assert.deepEqual(inbox, [
      { consumer: 'sample-club.counter', status: 'skipped', result: { reason: 'plugin_off' } },
    ])
  })

  test('runs no jobs, not even those asked for before', async ({ assert }) => {
    const { school, other } = await schools()
    await switchInUnit(school, CLUB, false)
    const job = onlyWhereActive(CLUB, recount as JobDefinition, (plugin, tenant) =>
      registry.isActive(plugin, tenant)
    )
    const run = ({ id, slug }: Tenant) => job.run({}, contextOf(id, slug))
    await assert.rejects(() => run(school), JobCancelled)
    assert.deepEqual(await run(other), { members: 1 })
    assert.include(ran, other.slug)
    assert.notInclude(ran, school.slug)
  })

  test('leaves its permissions assigned, but they grant nothing', async ({ assert }) => {
    const { school, other } = await schools()
    await switchInUnit(school, CLUB, false)
    assert.isTrue(registry.roleMay('director', 'sample-club.member.view'))
    assert.isFalse(registry.isPermissionAlive('sample-club.member.view', school.id))
    assert.isTrue(registry.isPermissionAlive('sample-club.member.view', other.id))
  })

  test('keeps its data, and has it back when it is on again', async ({ assert }) => {
    const { school, browser } = await schools()
    const members = async () => JSON.parse((await browser.get(`/${school.slug}/${CLUB}/members`)).text)
    const before = await members()
    await switchInUnit(school, CLUB, false)
    await switchInUnit(school, CLUB, true)
    assert.deepEqual(await members(), before)
    assert.deepEqual(before, { names: [`Członek szkoły ${school.id}`] })
  })

  test('leaves its trail readable to the director', async ({ assert }) => {
    const { school, browser } = await schools()
    await browser.post(`/${school.slug}/${CLUB}/members`, { name: 'Żaneta Śliwa' })
    await switchInUnit(school, CLUB, false)
    const trail = await browser.get(`/${school.slug}/audit?f.object=sample_club_members`)
    assert.include(trail.text, 'Żaneta Śliwa')
  })

  test('is as good as off when the city withdraws it', async ({ assert }) => {
    const { school, browser } = await schools()
    await owner().rawQuery(
      `update core.tenancy_tenants set entitled = array_remove(entitled, ?) where id = ?`,
      [CLUB, school.id]
    )
    const { tenants } = await import('../../../app/tenancy/tenants.ts')
    await tenants.refresh()
    assert.equal((await browser.get(`/${school.slug}/${CLUB}/members`)).status, 404)
  })
})
