import { test } from '@japa/runner'
import { aUnit, personWith, twoUnits, visit, type TestPerson } from '../../../app/testing/index.ts'
import { systemClient } from '../../../app/tenancy/tenancy.ts'
import { latestGrantDay } from '../../../app/identity/grantable.ts'
import { addDays, warsawDay } from '../../../app/values/days.ts'

const today = warsawDay()
const latest = latestGrantDay(today)

const rolesOf = async ({ personId }: TestPerson) =>
  (await systemClient().from('core.identity_memberships').where('person_id', personId)).map(
    (row) => row.role as string
  )

const membershipOf = ({ personId }: TestPerson, role: string) =>
  systemClient().from('core.identity_memberships').where({ person_id: personId, role }).first()

async function school() {
  const unit = await aUnit({ plugins: [] })
  const [admin, teacher] = [await personWith(['unit_admin'], unit), await personWith(['teacher'], unit)]
  const browser = visit(admin.token)
  const path = `/${unit.slug}/memberships`
  const grant = async (
    role: string,
    { to = latest, whom = teacher }: { to?: string; whom?: TestPerson } = {}
  ) => {
    await browser.post(path, { personId: whom.personId, role, validTo: to })
    return Object.keys((await browser.get(path)).props.errors as object)[0] ?? null
  }
  return { unit, admin, teacher, browser, path, grant }
}

test.group('Roles given by hand', () => {
  test('the administrator names a secretary until the end of the school year, and the trail shows who did it (P7)', async ({
    assert,
  }) => {
    const { unit, admin, teacher, grant } = await school()
    assert.isNull(await grant('secretary'))
    assert.sameMembers(await rolesOf(teacher), ['teacher', 'secretary'])
    const event = await systemClient()
      .from('core.access_audit_events')
      .where({
        tenant_id: unit.id,
        object: 'identity_memberships',
        action: 'insert',
        actor_id: admin.accountId,
      })
      .first()
    assert.equal(event.after.role, 'secretary')
    assert.equal(event.actor_role, 'unit_admin')
  })

  test('roles of the city, higher ones and made-up ones are refused (P7)')
    .with(['city_officer', 'city_admin', 'director', 'unit_admin', 'guardian', 'king'])
    .run(async ({ assert }, role) => {
      const { teacher, grant } = await school()
      assert.equal(await grant(role), 'role')
      assert.deepEqual(await rolesOf(teacher), ['teacher'])
    })

  test('in another unit there is nothing to grant (P7)', async ({ assert }) => {
    const [a, b] = await twoUnits({ plugins: [] })
    const [admin, stranger] = [await personWith(['unit_admin'], a), await personWith(['teacher'], b)]
    const grant = { personId: stranger.personId, role: 'secretary', validTo: latest }
    assert.equal((await visit(admin.token).post(`/${b.slug}/memberships`, grant)).status, 404)
    await visit(admin.token).post(`/${a.slug}/memberships`, grant)
    assert.deepEqual(await rolesOf(stranger), ['teacher'])
  })

  test('not to oneself, not twice, not past the school year, not into the past', async ({ assert }) => {
    const { admin, teacher, grant } = await school()
    assert.equal(await grant('secretary', { whom: admin }), 'personId')
    assert.equal(await grant('teacher'), 'role')
    assert.equal(await grant('secretary', { to: addDays(latest, 1) }), 'validTo')
    assert.equal(await grant('secretary', { to: addDays(today, -1) }), 'validTo')
    assert.equal(await grant('secretary', { to: '2027-02-30' }), 'validTo')
    assert.deepEqual(await rolesOf(teacher), ['teacher'])
  })

  test('a teacher neither sees nor gives roles', async ({ assert }) => {
    const { teacher, path } = await school()
    assert.equal((await visit(teacher.token).get(path)).status, 403)
    const answer = await visit(teacher.token).post(path, {
      personId: teacher.personId,
      role: 'secretary',
      validTo: latest,
    })
    assert.equal(answer.status, 403)
  })

  test('an ended role opens nothing any more, and undo gives it back', async ({ assert }) => {
    const { teacher, browser, path, unit } = await school()
    const { id } = await membershipOf(teacher, 'teacher')
    await browser.delete(`${path}/${id}`)
    assert.equal((await visit(teacher.token).get(`/${unit.slug}`)).status, 404)
    const { undo } = (await browser.get(path)).props.flash as { undo: { href: string } }
    await browser.post(undo.href)
    assert.equal((await visit(teacher.token).get(`/${unit.slug}`)).status, 200)
  })

  test('a role that follows from employment is not ended by hand', async ({ assert }) => {
    const { teacher, browser, path } = await school()
    const membership = await membershipOf(teacher, 'teacher')
    await systemClient().from('core.identity_memberships').where('id', membership.id).update({ source: 'hr' })
    assert.equal((await browser.delete(`${path}/${membership.id}`)).status, 403)
  })

  test('the list names who works here, without families', async ({ assert }) => {
    const { unit, browser, path } = await school()
    await personWith(['guardian'], unit)
    const { props } = await browser.get(`${path}?sort=-role`)
    assert.deepEqual(
      (props.rows as { role: string }[]).map(({ role }) => role),
      ['unit_admin', 'teacher']
    )
    assert.equal(((await browser.get(`${path}?q=zak-testowa`)).props.list as { total: number }).total, 2)
    assert.equal(((await browser.get(`${path}?q=%25`)).props.list as { total: number }).total, 0)
  })
})
