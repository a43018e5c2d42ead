import { test } from '@japa/runner'
import { systemClient } from '../../../app/tenancy/tenancy.ts'
import { aUnit, personWith, visit } from '../../../app/testing/index.ts'
import { forgetAllFailures, PASSWORD, withPassword } from '../identity/with_password.ts'
import { logIn } from '../../../app/identity/log_in.ts'
import { proveByCode } from '../../../app/identity/proof.ts'

const from = { address: '10.9.8.7', userAgent: '' }

test.group('Guessing', (group) => {
  group.each.setup(forgetAllFailures)

  test('thirty passwords sent at once are no more than three guesses', async ({ assert }) => {
    const login = await withPassword(await personWith(['teacher'], await aUnit({ plugins: [] })))
    const guesses = await Promise.all(
      Array.from({ length: 30 }, (_, n) => logIn(login, `zgaduję ${n}`, from))
    )
    assert.equal(guesses.filter(({ outcome }) => outcome === 'refused').length, 3)
    assert.equal(guesses.filter(({ outcome }) => outcome === 'wait').length, 27)
  })

  test('nor are thirty codes of the second factor', async ({ assert }) => {
    const { accountId } = await personWith(['teacher'], await aUnit({ plugins: [] }))
    const code = (n: number) => String(100_000 + n)
    const guesses = await Promise.all(
      Array.from({ length: 30 }, (_, n) => proveByCode(accountId, code(n), '10.9.8.7'))
    )
    assert.equal(guesses.filter(({ outcome }) => outcome === 'wrong').length, 3)
  })

  test('a whole school logging in from one address is not slowed down', async ({ assert }) => {
    const login = await withPassword(await personWith(['teacher'], await aUnit({ plugins: [] })))
    for (let n = 0; n < 4; n++) assert.equal((await logIn(login, PASSWORD, from)).outcome, 'open')
    const rows = await systemClient().from('core.identity_throttle').where('failures', '>', 0)
    assert.deepEqual(rows, [])
  })

  test('a forwarded address that a client makes up does not free it of the wait', async ({ assert }) => {
    const login = await withPassword(await personWith(['teacher'], await aUnit({ plugins: [] })))
    for (let n = 0; n < 5; n++) await logIn(login, 'nie to hasło', { ...from, address: `10.0.0.${n}` })
    assert.equal((await logIn(login, PASSWORD, { ...from, address: '10.0.0.99' })).outcome, 'wait')
  })

  test('the session cookie is for the server only and stays on the site', async ({ assert }) => {
    const login = await withPassword(await personWith(['teacher'], await aUnit({ plugins: [] })))
    const base = `http://${process.env.HOST}:${process.env.PORT}`
    const page = await fetch(`${base}/login`)
    const cookies = page.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!)
    const xsrf = cookies.find((cookie) => cookie.startsWith('XSRF-TOKEN='))!.slice('XSRF-TOKEN='.length)
    const answer = await fetch(`${base}/login`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        cookie: cookies.join('; '),
        'x-xsrf-token': decodeURIComponent(xsrf),
      },
      body: JSON.stringify({ login, password: PASSWORD }),
    })
    const session = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('unia-session='))!
    assert.match(session, /HttpOnly/i)
    assert.match(session, /SameSite=Lax/i)
    assert.notMatch(session, /Domain=/i)
  })

  test('without the token of the page nothing is written, in whichever form it is sent', async ({
    assert,
  }) => {
    const { token } = await personWith(['teacher'], await aUnit({ plugins: [] }))
    for (const type of [
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
    ]) {
      const answer = await fetch(`http://${process.env.HOST}:${process.env.PORT}/account/sessions`, {
        method: 'DELETE',
        redirect: 'manual',
        headers: { 'content-type': type, cookie: `unia-session=${token}` },
        body: '{}',
      })
      assert.equal(answer.status, 419, type)
    }
    assert.equal((await visit(token).get('/account')).status, 200)
  })
})

test.group('A shared computer', () => {
  test('pages of somebody logged in are kept by no cache, and talk to this server only', async ({
    assert,
  }) => {
    const unit = await aUnit({ plugins: [] })
    const { token } = await personWith(['teacher'], unit)
    const { headers } = await fetch(`http://${process.env.HOST}:${process.env.PORT}/${unit.slug}`, {
      headers: { cookie: `unia-session=${token}`, accept: 'text/html' },
    })
    assert.equal(headers.get('cache-control'), 'no-store')
    const policy = Object.fromEntries(
      headers
        .get('content-security-policy')!
        .split(';')
        .map((rule) => [rule.trim().split(' ')[0], rule.trim()])
    )
    assert.equal(policy['connect-src'], "connect-src 'self'")
    assert.equal(policy['script-src'], "script-src 'self'")
    assert.equal(policy['frame-ancestors'], "frame-ancestors 'none'")
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
  })

  test('who logs in where somebody else was ends the session before', async ({ assert }) => {
    const unit = await aUnit({ plugins: [] })
    const before = await personWith(['teacher'], unit)
    const login = await withPassword(await personWith(['teacher'], unit))
    await visit(before.token).post('/login', { login, password: PASSWORD })
    assert.equal((await visit(before.token).get('/account')).location, '/login?next=%2Faccount')
  })
})
