import { test } from '@japa/runner'
import { Counters } from '#ops/ingest/counters'
import type { AttributedEvent } from '#ops/ingest/event'
import { EventQueue, LONGEST_QUEUE } from '#ops/ingest/store/queue'

const event = (message: string) => ({ message, receivedAt: Date.now() }) as AttributedEvent
const failure = (code: string) => Object.assign(new Error(code), { code })

/** A database that fails as it is told and keeps what it took. */
function database(fail: (events: readonly AttributedEvent[]) => string | null = () => null) {
  const kept: string[] = []
  const made = { days: 0 }
  return {
    ...{ kept, made },
    async write(events: readonly AttributedEvent[]) {
      const code = fail(events)
      if (code) throw failure(code)
      kept.push(...events.map(({ message }) => message))
    },
    async ensureDays() {
      made.days++
    },
  }
}

test.group('The queue to the database', () => {
  test('while the database is away events wait in their order, and nothing is lost or doubled', async ({
    assert,
  }) => {
    let away = true
    const store = database(() => (away ? 'ECONNREFUSED' : null))
    const counters = new Counters()
    const queue = new EventQueue(store, counters)
    const all = Array.from({ length: 1500 }, (_, i) => `event ${i}`)
    for (const message of all.slice(0, 1000)) queue.push(event(message))
    await assert.rejects(() => queue.flush())
    assert.equal(queue.length, 1000)
    for (const message of all.slice(1000)) queue.push(event(message))
    away = false
    await Promise.all([queue.flush(), queue.flush()])
    assert.deepEqual(store.kept, all)
    assert.equal(counters.stored, 1500)
  })

  test('when it is full, what comes is dropped and counted', async ({ assert }) => {
    const counters = new Counters()
    const queue = new EventQueue(database(), counters)
    for (let i = 0; i < LONGEST_QUEUE + 7; i++) queue.push(event('x'))
    assert.equal(queue.length, LONGEST_QUEUE)
    assert.equal(counters.droppedQueue, 7)
  })

  test('a row that is refused holds up no other', async ({ assert }) => {
    const store = database((events) => (events.some(({ message }) => message === 'bad') ? '22P02' : null))
    const counters = new Counters()
    const queue = new EventQueue(store, counters)
    for (const message of ['a', 'bad', 'b', 'c', 'bad', 'd']) queue.push(event(message))
    await queue.flush()
    assert.deepEqual(store.kept, ['a', 'b', 'c', 'd'])
    assert.equal(counters.refused, 2)
    assert.equal(queue.length, 0)
  })

  test('a day without a partition gets one', async ({ assert }) => {
    const store = database(() => (store.made.days === 0 ? '23514' : null))
    const queue = new EventQueue(store, new Counters())
    queue.push(event('midnight'))
    await queue.flush()
    assert.deepEqual(store.kept, ['midnight'])
    assert.equal(store.made.days, 1)
  })
})
