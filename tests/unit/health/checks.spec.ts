import { test } from '@japa/runner'
import { overall, registerCheck, runChecks } from '../../../app/health/checks.ts'

test.group('Health of the city', () => {
  test('a check that hangs fails after its time and holds nobody up', async ({ assert }) => {
    const drop = registerCheck('hanging', () => new Promise(() => {}))
    const began = Date.now()
    const { hanging } = await runChecks(50)
    drop()
    assert.deepEqual(hanging, { status: 'fail', detail: 'E_TIMEOUT' })
    assert.isBelow(Date.now() - began, 1_000)
  })

  test('an error shows its code, never its message, which may name a host or a user', async ({ assert }) => {
    const drop = registerCheck('broken', () =>
      Promise.reject(Object.assign(new Error('password of unia_app at 10.0.0.1 is wrong'), { code: '28P01' }))
    )
    const { broken } = await runChecks()
    drop()
    assert.deepEqual(broken, { status: 'fail', detail: '28P01' })
  })

  test('a silent collector warns but lets requests in; a failed relay does not', ({ assert }) => {
    assert.equal(overall({ database: { status: 'ok' }, collectors: { status: 'warn' } }), 'warn')
    assert.equal(overall({ collectors: { status: 'warn' }, relay: { status: 'fail' } }), 'fail')
    assert.equal(overall({ database: { status: 'ok' } }), 'ok')
  })
})
