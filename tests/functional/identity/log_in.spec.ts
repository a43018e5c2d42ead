import { test } from '@japa/runner'
import { systemClient } from '../../../app/tenancy/tenancy.ts'
import { aUnit, personWith, visit } from '../../../app/testing/index.ts'
import { forgetAllFailures, PASSWORD, withPassword } from './with_password.ts'

const refusal = async (visitor: ReturnType<typeof visit>, login: string, password: string) => {
  await visitor.post('/login', { login, password })
  return ((await visitor.get('/login')).props.errors as { login?: string }).login
}

test.group('Log-in', (group) => {
  group.each.setup(forgetAllFailures)

  test('a teacher logs in and lands in the school', async ({ assert }) => {
    const unit = await aUnit({ plugins: [] })
    const login = await withPassword(await personWith(['teacher'], unit))
    const browser = visit(null)
    const answer = await browser.post('/login', {
      login: ` ${login.toUpperCase()} `,
      password: PASSWORD,
      next: '/',
    })
    assert.equal(answer.location, '/')
    assert.equal((await browser.get('/')).location, `/${unit.slug}`)
    assert.equal((await browser.get(`/${unit.slug}`)).component, 'core/home/unit')
  })

  test('whoever asked for a page first comes to it, but never to a stranger’s site', async ({ assert }) => {
    const login = await withPassword(await personWith(['teacher'], await aUnit({ plugins: [] })))
    const sent = async (next: string) =>
      (await visit(null).post('/login', { login, password: PASSWORD, next })).location
    assert.equal(await sent('/account'), '/account')
    assert.equal(await sent('//zle.example'), '/')
  })

  test('a wrong password, an unknown name and a disabled account sound the same', async ({ assert }) => {
    const person = await personWith(['teacher'], await aUnit({ plugins: [] }))
    const login = await withPassword(person)
    const wrong = await refusal(visit(null), login, 'nie to hasło wcale')
    assert.isString(wrong)
    assert.equal(await refusal(visit(null), 'nikt@example.org', PASSWORD), wrong)
    await systemClient()
      .from('core.identity_accounts')
      .where('id', person.accountId)
      .update({ state: 'disabled' })
    assert.equal(await refusal(visit(null), login, PASSWORD), wrong)
  })

  test('four failures make the fifth attempt wait; the right password after the wait clears the count (P9)', async ({
    assert,
  }) => {
    const login = await withPassword(await personWith(['teacher'], await aUnit({ plugins: [] })))
    const browser = visit(null)
    for (let failures = 0; failures < 3; failures++) await refusal(browser, login, 'nie to hasło wcale')
    await systemClient().from('core.identity_throttle').update({ failures: 4 })
    assert.match((await refusal(browser, login, PASSWORD))!, /za 2 sekundy/)
    await systemClient().rawQuery(`update core.identity_throttle set last_at = now() - interval '8 seconds'`)
    assert.equal((await browser.post('/login', { login, password: PASSWORD })).location, '/')
    assert.notMatch((await refusal(visit(null), login, 'nie to hasło wcale'))!, /sekund/)
  })

  test('an unknown name waits as long as a known one', async ({ assert }) => {
    const browser = visit(null)
    for (let failures = 0; failures < 3; failures++)
      await refusal(browser, 'nikt@example.org', 'nie to hasło')
    await systemClient().from('core.identity_throttle').update({ failures: 9 })
    assert.match((await refusal(browser, 'nikt@example.org', PASSWORD))!, /60 sekund/)
  })

  test('logging out ends the session for good', async ({ assert }) => {
    const { token } = await personWith(['teacher'], await aUnit({ plugins: [] }))
    assert.equal((await visit(token).post('/logout')).location, '/login')
    assert.equal((await visit(token).get('/account')).location, '/login?next=%2Faccount')
  })

  test('a director who has no second factor yet is led to set it up', async ({ assert }) => {
    const login = await withPassword(await personWith(['director'], await aUnit({ plugins: [] })), {
      demo: false,
    })
    const answer = await visit(null).post('/login', { login, password: PASSWORD, next: '/' })
    assert.equal(answer.location, '/account/second-factor?next=%2F')
  })

  test('empty fields are named in Polish', async ({ assert }) => {
    const browser = visit(null)
    await browser.post('/login', { login: '', password: '' })
    const { errors } = (await browser.get('/login')).props
    assert.deepEqual(errors, { login: 'Uzupełnij to pole.', password: 'Uzupełnij to pole.' })
  })
})
