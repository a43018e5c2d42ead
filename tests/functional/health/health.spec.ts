import { test } from '@japa/runner'
import { registerCheck } from '../../../app/health/checks.ts'

test.group('Health endpoints', () => {
  test('a living process says so to anybody', async ({ client }) => {
    const response = await client.get('/health/live')
    response.assertStatus(200)
    response.assertBodyContains({ status: 'ok' })
  })

  test('readiness names its checks and no secret', async ({ client, assert }) => {
    const response = await client.get('/health/ready')
    response.assertStatus(200)
    assert.containsSubset(response.body(), { checks: { database: { status: 'ok' } } })
    assert.property(response.body().checks, 'collectors')
    assert.notMatch(response.text(), /postgres:|password|unia_/)
  })

  test('a failed check answers 503, so that no request is sent here', async ({ client, cleanup }) => {
    cleanup(registerCheck('relay', async () => ({ status: 'fail', detail: 'E_STOPPED' })))
    const response = await client.get('/health/ready')
    response.assertStatus(503)
    response.assertBodyContains({ status: 'fail', checks: { relay: { status: 'fail' } } })
  })
})
