import { test } from '@japa/runner'
import { aUnit, personWith, visit } from '../../../app/testing/index.ts'
import { openSession } from '../../../app/identity/sessions.ts'

const again = (accountId: string) =>
  openSession(
    { id: accountId, roles: ['teacher'], secondFactor: false },
    { address: '10.1.2.3', userAgent: 'Firefox/140 Android' }
  )

const sessionsOf = async (token: string) =>
  (await visit(token).get('/account')).props.sessions as { id: string; current: boolean; address: string }[]

const isOpen = async (token: string) => (await visit(token).get('/account')).component === 'core/account/show'

test.group('Sessions', () => {
  test('the account lists every device, this one first', async ({ assert }) => {
    const { token, accountId } = await personWith(['teacher'], await aUnit({ plugins: [] }))
    await again(accountId)
    const sessions = await sessionsOf(token)
    assert.deepEqual(
      sessions.map(({ current }) => current),
      [true, false]
    )
    assert.equal(sessions[1]!.address, '10.1.2.3')
  })

  test('a lost phone is logged out from the computer', async ({ assert }) => {
    const { token, accountId } = await personWith(['teacher'], await aUnit({ plugins: [] }))
    const phone = await again(accountId)
    const lost = (await sessionsOf(token)).find(({ current }) => !current)!
    await visit(token).delete(`/account/sessions/${lost.id}`)
    assert.isFalse(await isOpen(phone))
    assert.isTrue(await isOpen(token))
  })

  test('all others are logged out at once, this one stays', async ({ assert }) => {
    const { token, accountId } = await personWith(['teacher'], await aUnit({ plugins: [] }))
    const others = [await again(accountId), await again(accountId)]
    await visit(token).delete('/account/sessions')
    assert.deepEqual(await Promise.all(others.map(isOpen)), [false, false])
    assert.isTrue(await isOpen(token))
  })

  test('nobody logs somebody else out', async ({ assert }) => {
    const unit = await aUnit({ plugins: [] })
    const [victim, other] = [await personWith(['teacher'], unit), await personWith(['director'], unit)]
    const [session] = await sessionsOf(victim.token)
    assert.equal((await visit(other.token).delete(`/account/sessions/${session!.id}`)).status, 404)
    assert.equal((await visit(other.token).delete('/account/sessions/1')).status, 404)
    assert.isTrue(await isOpen(victim.token))
  })
})
