import { test } from '@japa/runner'
import { aUnit, cleanUp, owner, personWith } from '../../../app/testing/index.ts'
import { findProgram } from '../../../bin/setup_system.mjs'
import { aRedis, aTab, aWebProcess } from './processes.ts'

const program = findProgram('redis-server')

/** Every process looks at the rights of its connections again after this long at most. */
const WITHIN_MS = 60_000

test.group('Rights that change where no process is told', (group) => {
  group.tap((each) => each.timeout(120_000).skip(!program, 'redis-server is not installed'))
  group.each.teardown(() => cleanUp())

  test('close the rooms of the console in every process, with Redis and without', async ({ assert }) => {
    const [unit, other] = [await aUnit(), await aUnit()]
    const redis = await aRedis(program!)
    await redis.start()
    const webs = await Promise.all([aWebProcess({ REDIS_URL: redis.url }), aWebProcess()])
    const loses = await personWith(['director'], unit)
    const keeps = await personWith(['director'], other)
    const tabs = await Promise.all(webs.map((web) => aTab(web, loses.token, '/ops')))
    const others = await Promise.all(webs.map((web) => aTab(web, keeps.token, '/ops')))
    for (const tab of tabs) assert.isTrue((await tab.join(`unit:${unit.slug}`)).ok)
    for (const tab of others) assert.isTrue((await tab.join(`unit:${other.slug}`)).ok)
    const denied: unknown[] = []
    for (const tab of others) tab.socket.on('denied', (room) => denied.push(room))

    const told = tabs.map((tab) => new Promise((resolve) => tab.socket.once('denied', resolve)))
    const from = Date.now()
    await owner().from('core.identity_memberships').where('person_id', loses.personId).delete()
    assert.deepEqual(await Promise.all(told), Array(2).fill({ room: `unit:${unit.slug}` }))
    assert.isBelow(Date.now() - from, WITHIN_MS)
    for (const tab of tabs) assert.isFalse((await tab.join(`unit:${unit.slug}`)).ok)
    assert.deepEqual(denied, [])
  })
})
