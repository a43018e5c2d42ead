import { test } from '@japa/runner'
import { latestGrantDay } from '../../../app/identity/grantable.ts'
import {
  aUnit,
  giveRole,
  later,
  owner,
  personWith,
  theCity,
  twoUnits,
  visit,
} from '../../../app/testing/index.ts'
import { warsawDay } from '../../../app/values/days.ts'

const validTo = latestGrantDay(warsawDay())

const rolesOf = async (personId: string, tenantId: number) =>
  (await owner().from('core.identity_memberships').where({ person_id: personId, tenant_id: tenantId })).map(
    ({ role }) => role as string
  )

test.group('Roles that need a second person', () => {
  test('P7: a unit administrator gives secretary here, no city role, and nothing in another unit', async ({
    assert,
  }) => {
    const [a, b] = await twoUnits()
    const [admin, teacher, stranger] = [
      await personWith(['unit_admin'], a),
      await personWith(['teacher'], a),
      await personWith(['teacher'], b),
    ]
    const browser = visit(admin.token)
    await browser.post(`/${a.slug}/memberships`, { personId: teacher.personId, role: 'secretary', validTo })
    assert.sameMembers(await rolesOf(teacher.personId, a.id), ['teacher', 'secretary'])
    for (const role of ['city_officer', 'unit_admin', 'director']) {
      await browser.post(`/${a.slug}/memberships`, { personId: teacher.personId, role, validTo })
      assert.notInclude(await rolesOf(teacher.personId, a.id), role)
    }
    const there = { personId: stranger.personId, role: 'secretary', validTo }
    assert.equal((await browser.post(`/${b.slug}/memberships`, there)).status, 404)
    await browser.post(`/${a.slug}/memberships`, there)
    assert.deepEqual(await rolesOf(stranger.personId, a.id), [])
    assert.deepEqual(await rolesOf(stranger.personId, b.id), ['teacher'])
  })

  test('a director’s unit administrator waits until somebody else approves', async ({ assert }) => {
    const unit = await aUnit()
    const [director, second, teacher] = [
      await personWith(['director'], unit),
      await personWith(['director'], unit),
      await personWith(['teacher'], unit),
    ]
    const asking = visit(director.token)
    const grant = { personId: teacher.personId, role: 'unit_admin', validTo }
    await asking.post(`/${unit.slug}/memberships`, grant)
    await asking.post(`/${unit.slug}/memberships`, grant)
    assert.deepEqual(await rolesOf(teacher.personId, unit.id), ['teacher'])
    const { requests } = (await asking.get(`/${unit.slug}/memberships`)).props as {
      requests: { id: string; mayDecide: boolean }[]
    }
    assert.lengthOf(requests, 1)
    assert.isFalse(requests[0]!.mayDecide)
    const approval = `/${unit.slug}/role-requests/${requests[0]!.id}/approval`
    assert.equal((await asking.post(approval)).status, 403)
    await visit(second.token).post(approval)
    assert.sameMembers(await rolesOf(teacher.personId, unit.id), ['teacher', 'unit_admin'])
    assert.equal((await visit(second.token).post(approval)).status, 404, 'decided once')
  })

  test('another unit’s director cannot approve', async ({ assert }) => {
    const [a, b] = await twoUnits()
    const [director, other, teacher] = [
      await personWith(['director'], a),
      await personWith(['director'], b),
      await personWith(['teacher'], a),
    ]
    await visit(director.token).post(`/${a.slug}/memberships`, {
      personId: teacher.personId,
      role: 'unit_admin',
      validTo,
    })
    const { id } = await owner().from('core.identity_role_requests').where('tenant_id', a.id).firstOrFail()
    assert.equal((await visit(other.token).post(`/${b.slug}/role-requests/${id}/approval`)).status, 404)
    assert.deepEqual(await rolesOf(teacher.personId, a.id), ['teacher'])
  })

  test('a city role is asked for by one administrator and given by another; a unit’s request too', async ({
    assert,
  }) => {
    const city = await theCity()
    const unit = await aUnit()
    const [one, two] = [await personWith(['city_admin'], 'city'), await personWith(['city_admin'], 'city')]
    const officer = await personWith(['teacher'], unit)
    const { login_name: login } = await owner()
      .from('core.identity_accounts')
      .where('id', officer.accountId)
      .firstOrFail()
    await visit(one.token).post('/city/roles', {
      login,
      role: 'city_officer',
      validTo,
      reason: 'zastępstwo w wydziale',
    })
    const { id } = await owner()
      .from('core.identity_role_requests')
      .where('person_id', officer.personId)
      .firstOrFail()
    later(async () => {
      await owner().from('core.identity_role_requests').where('person_id', officer.personId).delete()
    })
    assert.equal((await visit(one.token).post(`/city/role-requests/${id}/approval`)).status, 403)
    assert.deepEqual(await rolesOf(officer.personId, city.id), [])
    await visit(two.token).post(`/city/role-requests/${id}/approval`)
    assert.deepEqual(await rolesOf(officer.personId, city.id), ['city_officer'])

    await giveRole(officer, 'director', unit)
    const teacher = await personWith(['teacher'], unit)
    await visit(officer.token).post(`/${unit.slug}/memberships`, {
      personId: teacher.personId,
      role: 'unit_admin',
      validTo,
    })
    const waiting = await owner()
      .from('core.identity_role_requests')
      .where('person_id', teacher.personId)
      .firstOrFail()
    await visit(two.token).post(`/city/role-requests/${waiting.id}/approval`)
    assert.include(await rolesOf(teacher.personId, unit.id), 'unit_admin')
  })
})
