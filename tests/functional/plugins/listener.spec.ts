import { test } from '@japa/runner'
import { databaseUrls } from '../../../app/database/connections.ts'
import { Listener } from '../../../app/database/listener.ts'
import { systemClient } from '../../../app/tenancy/tenancy.ts'

const soon = async (met: () => boolean, ms = 3_000) => {
  const until = Date.now() + ms
  while (!met() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20))
  return met()
}

const say = (payload: string) => systemClient().rawQuery(`select pg_notify('rehearsal', ?)`, [payload])

test.group('Notifications of the database', () => {
  test('are heard again after the connection was cut, and nothing stays stale meanwhile', async ({
    assert,
    cleanup,
  }) => {
    const heard: string[] = []
    const errors: unknown[] = []
    const listener = new Listener((error) => errors.push(error))
    cleanup(() => listener.stop())
    listener.on('rehearsal', (payload) => heard.push(payload), { poll: true })
    await listener.start(databaseUrls().system)
    await say('before')
    assert.isTrue(await soon(() => heard.includes('before')))
    heard.length = 0
    await systemClient().rawQuery(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'unia-listener' and datname = current_database() and query = 'listen rehearsal'`
    )
    assert.isTrue(await soon(() => heard.includes('')), 'looks for itself once it is back')
    await say('after')
    assert.isTrue(await soon(() => heard.includes('after')))
    assert.isNotEmpty(errors)
  })

  test('that fail in one handler still reach the next', async ({ assert, cleanup }) => {
    const heard: string[] = []
    const errors: unknown[] = []
    const listener = new Listener((error) => errors.push(error))
    cleanup(() => listener.stop())
    listener.on('rehearsal', () => {
      throw new Error('broken handler')
    })
    listener.on('rehearsal', (payload) => heard.push(payload))
    await listener.start(databaseUrls().system)
    await say('x')
    assert.isTrue(await soon(() => heard.includes('x')))
    assert.lengthOf(errors, 1)
  })

  test('are asked for by polling as well, should one be lost', async ({ assert, cleanup }) => {
    let polls = 0
    const listener = new Listener(() => {}, 50)
    cleanup(() => listener.stop())
    listener.on('rehearsal', () => polls++, { poll: true })
    await listener.start(databaseUrls().system)
    assert.isTrue(await soon(() => polls > 2))
  })
})
