import { test } from '@japa/runner'
import { aUnit, giveRole, personWith, twoUnits, visit } from '../../../app/testing/index.ts'
import { systemClient } from '../../../app/tenancy/tenancy.ts'

test.group('Units and roles', () => {
  test('a unit without a role there looks like none at all, and its trail names who tried (P6)', async ({
    assert,
  }) => {
    const [a, b] = await twoUnits({ plugins: [] })
    const { token, accountId } = await personWith(['teacher'], a)
    const foreign = await visit(token).get(`/${b.slug}`)
    const unknown = await visit(token).get('/sp-999')
    assert.deepEqual([foreign.status, unknown.status], [404, 404])
    assert.equal(foreign.component, unknown.component)
    const tried = await systemClient()
      .from('core.access_audit_events')
      .where({ tenant_id: b.id, actor_id: accountId, action: 'refused' })
      .first()
    assert.equal(tried.object_id, `/${b.slug}`)
  })

  test('whoever is teacher and guardian acts as one of them at a time', async ({ assert }) => {
    const unit = await aUnit({ plugins: [] })
    const person = await personWith(['director', 'guardian'], unit)
    const browser = visit(person.token)
    const role = async () => ((await browser.get(`/${unit.slug}`)).props.role as { id: string }).id
    assert.equal(await role(), 'director')
    assert.equal(
      (await browser.post(`/${unit.slug}/acting-role`, { role: 'guardian' })).location,
      `/${unit.slug}`
    )
    assert.equal(await role(), 'guardian')
    assert.equal((await browser.get(`/${unit.slug}/memberships`)).status, 403)
  })

  test('a role that is not held cannot be chosen', async ({ assert }) => {
    const [a, b] = await twoUnits({ plugins: [] })
    const browser = visit((await personWith(['teacher'], a)).token)
    assert.equal((await browser.post(`/${a.slug}/acting-role`, { role: 'director' })).status, 403)
    assert.equal((await browser.post(`/${b.slug}/acting-role`, { role: 'teacher' })).status, 404)
    assert.equal((await browser.post('/city/acting-role', { role: 'city_admin' })).status, 404)
  })

  test('the start leads to the city for those who work for it, else to the first unit, and a pupil to the family page', async ({
    assert,
  }) => {
    const unit = await aUnit({ plugins: [] })
    const officer = await personWith(['city_officer'], 'city')
    await giveRole(officer, 'guardian', unit)
    assert.equal((await visit(officer.token).get('/')).location, '/city')
    assert.equal((await visit(officer.token).get('/city')).component, 'core/home/city')
    assert.equal(
      (await visit((await personWith(['teacher'], unit)).token).get('/')).location,
      `/${unit.slug}`
    )
    assert.equal((await visit((await personWith(['pupil'], unit)).token).get('/')).location, '/family')
  })

  test('whoever has no role anywhere is told so kindly', async ({ assert }) => {
    const person = await personWith([], await aUnit({ plugins: [] }))
    assert.equal((await visit(person.token).get('/')).component, 'core/home/nowhere')
  })

  test('the city is not there for a director', async ({ assert }) => {
    const { token } = await personWith(['director'], await aUnit({ plugins: [] }))
    assert.equal((await visit(token).get('/city')).status, 404)
  })
})

test.group('An address that leads nowhere', () => {
  test('keeps the menu of the unit it begins with', async ({ assert }) => {
    const unit = await aUnit({ plugins: [] })
    const { token } = await personWith(['teacher'], unit)
    const { status, component, props } = await visit(token).get(`/${unit.slug}/nie-ma`)
    assert.deepEqual([status, component], [404, 'core/errors/show'])
    assert.equal((props.unit as { slug: string }).slug, unit.slug)
  })

  test('says nothing of a unit where the person holds no role', async ({ assert }) => {
    const [a, b] = await twoUnits({ plugins: [] })
    const { token } = await personWith(['teacher'], a)
    assert.isNull((await visit(token).get(`/${b.slug}/nie-ma`)).props.unit)
  })

  test('is answered in plain words to somebody who is not logged in', async ({ assert }) => {
    const { status, component } = await visit(null).get('/nie/ma')
    assert.deepEqual([status, component], [404, 'core/errors/show'])
  })
})
