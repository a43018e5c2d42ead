import { request } from 'node:http'
import { test } from '@japa/runner'
import { revokeSessions } from '../../../app/identity/sessions.ts'
import { aUnit, owner, personWith, visit } from '../../../app/testing/index.ts'

const asked = (headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    const sent = request(
      { host: process.env.HOST, port: process.env.PORT, path: '/login', headers },
      (response) => {
        response.resume()
        resolve(response.statusCode!)
      }
    )
    sent.on('error', reject).end()
  })

test.group('Sessions and hosts', () => {
  test('a forged Host header is refused, also in its forwarded form', async ({ assert }) => {
    assert.equal(await asked({ host: 'evil.example' }), 421)
    assert.equal(await asked({ host: '127.0.0.1', 'x-forwarded-host': 'evil.example' }), 421)
    assert.equal(await asked({ host: '127.0.0.1' }), 200)
  })

  test('a stolen cookie opens nothing once the session is revoked, and the trail says when it ended', async ({
    assert,
  }) => {
    const unit = await aUnit()
    const { token, accountId } = await personWith(['teacher'], unit)
    const [own, thief] = [visit(token), visit(token)]
    assert.equal((await thief.get(`/${unit.slug}`)).status, 200)
    await revokeSessions(accountId, 'by_owner')
    for (const browser of [own, thief]) {
      const answer = await browser.get(`/${unit.slug}`)
      assert.notEqual(answer.status, 200)
      assert.match(answer.location ?? '', /^\/login/)
    }
    const [event] = await owner()
      .from('core.access_audit_events')
      .where({ object: 'identity_sessions', object_id: accountId, action: 'session_ended' })
    assert.deepEqual(event.after, { reason: 'by_owner', sessions: 1 })
  })
})
