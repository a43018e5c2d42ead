import { test } from '@japa/runner'
import { systemPool } from '../../../app/database/system_pool.ts'
import { systemClient } from '../../../app/tenancy/tenancy.ts'
import { fatalDuring } from './fatal.ts'

test.group('When the database drops its connections', () => {
  test('the web process stays and connects again', async ({ assert }) => {
    await systemPool().query('select 1')
    const fatal = await fatalDuring(async () => {
      await systemClient().rawQuery(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'unia-system' and datname = current_database()`
      )
      await new Promise((resolve) => setTimeout(resolve, 300))
    })
    assert.deepEqual(fatal, [])
    assert.deepEqual((await systemPool().query('select 1 as one')).rows, [{ one: 1 }])
  })
})
