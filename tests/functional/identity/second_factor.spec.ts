import { test } from '@japa/runner'
import { Secret, TOTP } from 'otpauth'
import { aUnit, personWith, visit, type Visitor } from '../../../app/testing/index.ts'
import { systemClient } from '../../../app/tenancy/tenancy.ts'
import { forgetAllFailures, PASSWORD, withPassword } from './with_password.ts'

const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

/** A teacher who has set the second factor up; the code used for it was that of the step before. */
async function enrolled() {
  const unit = await aUnit({ plugins: [] })
  const person = await personWith(['teacher'], unit)
  const login = await withPassword(person)
  const browser = visit(person.token)
  const secret = (await browser.get('/account/second-factor')).props.secret as string
  await browser.post('/account/second-factor', { code: codeOf(secret, -1) })
  const codes = (await browser.get('/account/second-factor')).props.codes as string[]
  return { ...person, unit, login, secret, codes, browser }
}

async function afterPassword(login: string): Promise<Visitor> {
  const browser = visit(null)
  const answer = await browser.post('/login', { login, password: PASSWORD, next: '/account' })
  if (answer.location !== '/login/second-factor?next=%2Faccount')
    throw new Error(`went to ${answer.location}`)
  return browser
}

const give = async (browser: Visitor, code: string) =>
  (await browser.post('/login/second-factor', { code, next: '/account' })).location

test.group('Second factor', (group) => {
  group.each.setup(forgetAllFailures)

  test('a page reloaded while setting it up shows the same key', async ({ assert }) => {
    const { token } = await personWith(['teacher'], await aUnit({ plugins: [] }))
    const secret = async () => (await visit(token).get('/account/second-factor')).props.secret
    assert.equal(await secret(), await secret())
  })

  test('a wrong first code puts nothing in force', async ({ assert }) => {
    const { token } = await personWith(['teacher'], await aUnit({ plugins: [] }))
    const browser = visit(token)
    await browser.get('/account/second-factor')
    await browser.post('/account/second-factor', { code: '000000' })
    const { props } = await browser.get('/account/second-factor')
    assert.property(props.errors, 'code')
    assert.isNull(props.codes)
  })

  test('ten recovery codes are shown once', async ({ assert }) => {
    const { codes, browser } = await enrolled()
    assert.lengthOf(new Set(codes), 10)
    assert.equal((await browser.get('/account/second-factor')).location, '/account')
  })

  test('the password alone opens nothing', async ({ assert }) => {
    const { login, unit } = await enrolled()
    const browser = await afterPassword(login)
    for (const path of ['/account', `/${unit.slug}`, '/notifications']) {
      assert.equal((await browser.get(path)).location, '/login/second-factor')
    }
  })

  test('a code opens the session, and the same code does not open another (P10)', async ({ assert }) => {
    const { login, secret } = await enrolled()
    const code = codeOf(secret)
    const first = await afterPassword(login)
    assert.equal(await give(first, code), '/account')
    assert.equal((await first.get('/account')).component, 'core/account/show')
    const second = await afterPassword(login)
    await give(second, code)
    assert.equal((await second.get('/account')).location, '/login/second-factor')
  })

  test('a recovery code replaces the phone once, small letters and spaces or not', async ({ assert }) => {
    const { login, codes } = await enrolled()
    const first = await afterPassword(login)
    assert.equal(await give(first, ` ${codes[0]!.toLowerCase().replace('-', ' ')}`), '/account')
    assert.equal((await first.get('/account')).component, 'core/account/show')
    const second = await afterPassword(login)
    await give(second, codes[0]!)
    assert.equal((await second.get('/account')).location, '/login/second-factor')
  })

  test('new recovery codes make the old ones worthless', async ({ assert }) => {
    const { login, codes, browser } = await enrolled()
    await browser.post('/account/recovery-codes')
    const renewed = (await browser.get('/account/second-factor')).props.codes as string[]
    assert.notDeepEqual(renewed, codes)
    const other = await afterPassword(login)
    await give(other, codes[1]!)
    assert.equal((await other.get('/account')).location, '/login/second-factor')
  })

  test('guessing codes makes the next attempt wait', async ({ assert }) => {
    const { login, secret } = await enrolled()
    const browser = await afterPassword(login)
    for (let guesses = 0; guesses < 3; guesses++) await give(browser, '000000')
    await systemClient().from('core.identity_throttle').update({ failures: 7 })
    await give(browser, codeOf(secret))
    const { errors } = (await browser.get('/login/second-factor')).props
    assert.match((errors as { code: string }).code, /16 sekund/)
  })

  test('a teacher may turn it off, a director may not', async ({ assert }) => {
    const { browser, accountId, personId, unit } = await enrolled()
    const on = async () => ((await browser.get('/account')).props.secondFactor as { on: boolean }).on
    await systemClient()
      .from('core.identity_memberships')
      .where('person_id', personId)
      .update({ role: 'director' })
    await systemClient().from('core.identity_accounts').where('id', accountId).update({ demo: false })
    await browser.delete('/account/second-factor')
    assert.isTrue(await on())
    await systemClient()
      .from('core.identity_memberships')
      .where('tenant_id', unit.id)
      .update({ role: 'teacher' })
    await browser.delete('/account/second-factor')
    assert.isFalse(await on())
  })

  test('a director without one gets no further than setting it up, a teacher does', async ({ assert }) => {
    const unit = await aUnit({ plugins: [] })
    const director = await personWith(['director'], unit, { spared: false })
    const teacher = await personWith(['teacher'], unit, { spared: false })
    const { location } = await visit(director.token).get(`/${unit.slug}`)
    assert.equal(location, '/account/second-factor')
    assert.equal(
      (await visit(director.token).get('/account/second-factor')).component,
      'core/account/second_factor'
    )
    assert.equal((await visit(teacher.token).get(`/${unit.slug}`)).status, 200)
  })
})
