import { test } from '@japa/runner'
import { systemClient } from '../../../app/tenancy/tenancy.ts'
import { aUnit, personWith, visit } from '../../../app/testing/index.ts'
import { forgetAllFailures, PASSWORD, withPassword } from './with_password.ts'

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

async function confirmedAgo(minutes: number) {
  const person = await personWith(['teacher'], await aUnit({ plugins: [] }))
  await withPassword(person)
  await systemClient()
    .from('core.identity_sessions')
    .where('account_id', person.accountId)
    .update({ stepped_up_at: minutesAgo(minutes) })
  return visit(person.token)
}

test.group('Sensitive actions', (group) => {
  group.each.setup(forgetAllFailures)

  test('are open for five minutes after the password was given', async ({ assert }) => {
    assert.equal(
      (await (await confirmedAgo(4)).get('/account/second-factor')).component,
      'core/account/second_factor'
    )
  })

  test('ask for it again later, and then lead on', async ({ assert }) => {
    const browser = await confirmedAgo(6)
    const { location } = await browser.get('/account/second-factor')
    assert.equal(location, '/account/step-up?next=%2Faccount%2Fsecond-factor')
    assert.equal((await browser.get(location!)).props.method, 'password')
    const answer = await browser.post('/account/step-up', {
      password: PASSWORD,
      next: '/account/second-factor',
    })
    assert.equal(answer.location, '/account/second-factor')
    assert.equal((await browser.get('/account/second-factor')).component, 'core/account/second_factor')
  })

  test('stay closed after a wrong password', async ({ assert }) => {
    const browser = await confirmedAgo(6)
    await browser.post('/account/step-up', { password: 'nie to hasło wcale' })
    assert.property((await browser.get('/account/step-up')).props.errors, 'password')
    assert.match((await browser.get('/account/second-factor')).location!, /step-up/)
  })

  test('a new password ends the other sessions, a guessable one is refused', async ({ assert }) => {
    const browser = await confirmedAgo(1)
    const change = (password: string, passwordRepeated = password) =>
      browser.put('/account/password', { password, passwordRepeated })
    await change('Lublin2026!Lublin2026!')
    assert.property((await browser.get('/account')).props.errors, 'password')
    await change('cztery mokre parasole', 'cztery suche parasole')
    assert.property((await browser.get('/account')).props.errors, 'passwordRepeated')
    await change('cztery mokre parasole')
    assert.equal(((await browser.get('/account')).props.flash as { tone: string }).tone, 'success')
  })
})
