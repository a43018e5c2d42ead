import { test } from '@japa/runner'
import { latestGrantDay } from '../../../app/identity/grantable.ts'
import { systemClient } from '../../../app/tenancy/tenancy.ts'
import { aUnit, giveRole, personWith, twoUnits, visit } from '../../../app/testing/index.ts'
import { warsawDay } from '../../../app/values/days.ts'
import { PASSWORD, withPassword } from '../identity/with_password.ts'

const validTo = latestGrantDay(warsawDay())

test.group('More rights than one has', () => {
  test('a role given twice at once is held once', async ({ assert }) => {
    const unit = await aUnit({ plugins: [] })
    const teacher = await personWith(['teacher'], unit)
    const tokens = [await personWith(['director'], unit), await personWith(['unit_admin'], unit)].map(
      ({ token }) => token
    )
    const grant = { personId: teacher.personId, role: 'secretary', validTo }
    await Promise.all(
      [0, 1, 0, 1, 0, 1].map((n) => visit(tokens[n]!).post(`/${unit.slug}/memberships`, grant))
    )
    const held = await systemClient()
      .from('core.identity_memberships')
      .where({ person_id: teacher.personId, role: 'secretary' })
    assert.lengthOf(held, 1)
  })

  test('who acts as a teacher has none of the director’s rights, though both roles are held', async ({
    assert,
  }) => {
    const unit = await aUnit({ plugins: [] })
    const person = await personWith(['director', 'teacher'], unit)
    const browser = visit(person.token)
    assert.equal((await browser.get(`/${unit.slug}/memberships`)).status, 200)
    await browser.post(`/${unit.slug}/acting-role`, { role: 'teacher' })
    assert.equal((await browser.get(`/${unit.slug}/memberships`)).status, 403)
  })

  test('nobody acts as what they are not, nor where they are nobody', async ({ assert }) => {
    const [own, other] = await twoUnits({ plugins: [] })
    const person = await personWith(['teacher'], own)
    const browser = visit(person.token)
    assert.equal((await browser.post(`/${own.slug}/acting-role`, { role: 'director' })).status, 403)
    assert.equal((await browser.post(`/${other.slug}/acting-role`, { role: 'teacher' })).status, 404)
    assert.equal((await browser.post('/city/acting-role', { role: 'city_admin' })).status, 404)
    await systemClient()
      .from('core.identity_sessions')
      .where('account_id', person.accountId)
      .update({ acting_roles: JSON.stringify({ [own.slug]: 'director', city: 'city_admin' }) })
    assert.equal((await browser.get(`/${own.slug}/memberships`)).status, 403)
    assert.equal((await browser.get('/city')).status, 404)
  })

  test('a city role written into a school opens nothing', async ({ assert }) => {
    const unit = await aUnit({ plugins: [] })
    const person = await personWith(['teacher'], unit)
    await giveRole(person, 'city_admin', unit)
    assert.equal((await visit(person.token).get('/city')).status, 404)
    assert.equal(
      (await visit(person.token).post(`/${unit.slug}/acting-role`, { role: 'city_admin' })).status,
      403
    )
  })

  test('an unit’s role in the city office opens no city page', async ({ assert }) => {
    const person = await personWith(['director'], 'city')
    assert.equal((await visit(person.token).get('/city/audit')).status, 404)
  })

  test('a role is ended by nobody of another unit', async ({ assert }) => {
    const [own, other] = await twoUnits({ plugins: [] })
    const stranger = await personWith(['teacher'], other)
    const membership = await systemClient()
      .from('core.identity_memberships')
      .where('person_id', stranger.personId)
      .firstOrFail()
    const director = visit((await personWith(['director'], own)).token)
    assert.equal((await director.delete(`/${own.slug}/memberships/${membership.id}`)).status, 404)
    assert.equal((await director.delete(`/${other.slug}/memberships/${membership.id}`)).status, 404)
  })

  test('without a fresh proof neither roles, password, second factor nor exports move', async ({
    assert,
  }) => {
    const unit = await aUnit()
    const person = await personWith(['director'], unit)
    await systemClient()
      .from('core.identity_sessions')
      .where('account_id', person.accountId)
      .update({ stepped_up_at: null })
    const browser = visit(person.token)
    const answers = [
      await browser.post(`/${unit.slug}/memberships`, {
        personId: person.personId,
        role: 'teacher',
        validTo,
      }),
      await browser.put('/account/password', { password: PASSWORD, passwordRepeated: PASSWORD }),
      await browser.get('/account/second-factor'),
      await browser.delete('/account/second-factor'),
      await browser.post('/account/recovery-codes'),
      await browser.get(`/${unit.slug}/audit/export`),
      await browser.get(`/${unit.slug}/secretariat/pupils/export`),
    ]
    for (const { location } of answers) assert.match(location ?? '', /^\/account\/step-up\?/)
  })

  test('a file asked for on a page is asked for again from that page', async ({ assert }) => {
    const unit = await aUnit()
    const person = await personWith(['director'], unit)
    await systemClient()
      .from('core.identity_sessions')
      .where('account_id', person.accountId)
      .update({ stepped_up_at: null })
    const base = `http://${process.env.HOST}:${process.env.PORT}`
    const sent = async (referer: string) =>
      (
        await fetch(`${base}/${unit.slug}/audit/export`, {
          redirect: 'manual',
          headers: { cookie: `unia-session=${person.token}`, accept: 'text/html', referer },
        })
      ).headers.get('location')
    const encoded = encodeURIComponent(`/${unit.slug}/audit?q=a`)
    assert.equal(await sent(`${base}/${unit.slug}/audit?q=a`), `/account/step-up?next=${encoded}`)
    assert.notInclude((await sent('https://zle.example/strona'))!, 'strona')
  })

  test('a parent’s month-long session becomes that of a cashier with the role', async ({ assert }) => {
    const unit = await aUnit({ plugins: [] })
    const parent = await personWith(['guardian'], unit)
    const director = visit((await personWith(['director'], unit)).token)
    const session = () =>
      systemClient().from('core.identity_sessions').where('account_id', parent.accountId).firstOrFail()
    assert.isAbove((await session()).idle_minutes, 1000)
    await director.post(`/${unit.slug}/memberships`, { personId: parent.personId, role: 'cashier', validTo })
    const { idle_minutes: idle, expires_at: end } = await session()
    assert.equal(idle, 15)
    assert.isBelow(end.getTime() - Date.now(), 12.1 * 3_600_000)
  })

  test('the trail knows who changed the own password', async ({ assert }) => {
    const person = await personWith(['teacher'], await aUnit({ plugins: [] }))
    await withPassword(person)
    const password = 'zielony parasol nad stawem'
    await visit(person.token).put('/account/password', { password, passwordRepeated: password })
    const event = await systemClient()
      .from('core.access_audit_events')
      .where({ object: 'identity_accounts', object_id: person.accountId, actor_id: person.accountId })
      .first()
    assert.equal(event?.action, 'update')
    assert.isNotNull(event.address)
    assert.notInclude(JSON.stringify(event), 'argon')
  })
})
