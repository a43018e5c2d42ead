import { test } from '@japa/runner'
import { unreadChanged } from '../../../app/identity/unread.ts'
import { revokeSessions } from '../../../app/identity/sessions.ts'
import { aUnit, cleanUp, personWith } from '../../../app/testing/index.ts'
import { findProgram } from '../../../bin/setup_system.mjs'
import { aRedis, aTab, aWebProcess, until } from './processes.ts'

const program = findProgram('redis-server')
const AWAY = 'Redis is away'

const times = (text: string, part: string) => text.split(part).length - 1

test.group('Two web processes and a Redis', (group) => {
  group.tap((each) => each.timeout(120_000).skip(!program, 'redis-server is not installed'))
  group.each.teardown(() => cleanUp())

  test('started before Redis, they meet when it comes, go on when it dies, and meet again', async ({
    assert,
  }) => {
    const unit = await aUnit({ plugins: [] })
    const room = `unit:${unit.slug}`
    const { token } = await personWith(['teacher'], unit)
    const redis = await aRedis(program!)
    const [a, b] = await Promise.all([
      aWebProcess({ REDIS_URL: redis.url }),
      aWebProcess({ REDIS_URL: redis.url }),
    ])
    const [atA, atB] = await Promise.all([aTab(a, token), aTab(b, token)])
    await Promise.all([atA.join(room), atB.join(room)])

    a.publish(room, { word: 'alone' })
    await atA.heard({ word: 'alone' })

    await redis.start()
    await meets(a, atB, room)
    await meets(b, atA, room)
    const { length } = atB.changes
    a.publish(room, { word: 'once' })
    await atB.heard({ word: 'once' })
    assert.lengthOf(
      atB.changes.filter((one) => (one as { word?: string }).word === 'once'),
      1
    )
    assert.equal(atB.changes.length, length + 1)

    await redis.kill()
    a.publish(room, { word: 'here still' })
    b.publish(room, { word: 'there still' })
    await Promise.all([atA.heard({ word: 'here still' }), atB.heard({ word: 'there still' })])
    assert.notDeepInclude(atB.changes, { word: 'here still' })

    const seen = atB.numbers.at(-1)!
    await redis.start()
    await meets(a, atB, room)
    const after = atB.numbers.filter((number) => number > seen)
    assert.isAbove(after[0]!, seen + 1, 'what was lost meanwhile shows as a gap')
    for (const web of [a, b]) {
      await until(() => times(web.log(), 'Redis is there') === 2, 5_000)
      assert.equal(times(web.log(), AWAY), 2, web.log())
    }
  })

  test('a Redis that hangs with open connections holds nobody up', async () => {
    const unit = await aUnit({ plugins: [] })
    const room = `unit:${unit.slug}`
    const { token } = await personWith(['teacher'], unit)
    const redis = await aRedis(program!)
    await redis.start()
    const web = await aWebProcess({ REDIS_URL: redis.url })
    const tab = await aTab(web, token)
    await tab.join(room)
    redis.hold(true)
    web.publish(room, { word: 'not held up' })
    await tab.heard({ word: 'not held up' }, 5_000)
    redis.hold(false)
  })
})

test.group('Two web processes', (group) => {
  group.tap((each) => each.timeout(60_000))
  group.each.teardown(() => cleanUp())

  test('the bell rings and an ended session closes its sockets in the other process, without Redis too', async ({
    assert,
  }) => {
    const unit = await aUnit({ plugins: [] })
    const { token, accountId } = await personWith(['director'], unit)
    const web = await aWebProcess()
    const [tab, console_] = await Promise.all([aTab(web, token), aTab(web, token, '/ops')])
    await unreadChanged([accountId])
    await tab.heard({ unread: 0 })
    const from = Date.now()
    await revokeSessions(accountId, 'log_out')
    assert.deepEqual(await Promise.all([tab.gone, console_.gone]), [
      'io server disconnect',
      'io server disconnect',
    ])
    assert.isBelow(Date.now() - from, 5_000)
  })
})

/** Publishes in one process until the tab at the other hears it. */
async function meets(
  web: Awaited<ReturnType<typeof aWebProcess>>,
  tab: Awaited<ReturnType<typeof aTab>>,
  room: string
) {
  let number = 0
  const mark = `${web.pid} ${Math.random()}`
  await until(() => {
    if (number++ % 25 === 0) web.publish(room, { mark })
    return tab.changes.some((one) => (one as { mark?: string }).mark === mark)
  }, 20_000)
}
