import { test } from '@japa/runner'
import { firstDelay, nextDelay, type Standing } from '#ops/scheduler/pace'
import { Scheduler } from '#ops/scheduler/scheduler'
import type { Clock } from '#ops/scheduler/clock'

class FakeClock implements Clock {
  #now = 0
  #timers = new Set<{ at: number; run: () => void }>()

  now = () => this.#now

  after = (ms: number, run: () => void) => {
    const timer = { at: this.#now + ms, run }
    this.#timers.add(timer)
    return () => void this.#timers.delete(timer)
  }

  async advance(ms: number) {
    const end = this.#now + ms
    for (;;) {
      const next = [...this.#timers].sort((a, b) => a.at - b.at)[0]
      if (!next || next.at > end) break
      this.#timers.delete(next)
      this.#now = next.at
      next.run()
      for (let i = 0; i < 8; i++) await Promise.resolve()
    }
    this.#now = end
  }
}

const PACE = { pollMs: 10_000, retryMs: 3000, failuresToDown: 3 }
const FINE: Standing = { failures: 0, recovering: false }
const ids = (count: number) => Array.from({ length: count }, (_, i) => `school-${i}`)

function scheduled(
  answer: (id: string, clock: FakeClock, signal: AbortSignal) => Promise<Standing>,
  concurrency = 32
) {
  const clock = new FakeClock()
  const asked: { id: string; at: number }[] = []
  const errors: unknown[] = []
  const scheduler = new Scheduler({
    clock,
    pace: PACE,
    concurrency,
    deadlineMs: 8000,
    turn: (id, signal) => {
      asked.push({ id, at: clock.now() })
      return answer(id, clock, signal)
    },
    onError: (_, error) => errors.push(error),
  })
  return { clock, asked, scheduler, errors }
}

const later = (clock: FakeClock, ms: number, standing: Standing) =>
  new Promise<Standing>((resolve) => clock.after(ms, () => resolve(standing)))

test.group('Turns of the schools', () => {
  test('the first turns are spread over the period', async ({ assert }) => {
    const { clock, asked, scheduler } = scheduled(async () => FINE)
    scheduler.watch(ids(10))
    await clock.advance(4999)
    assert.lengthOf(asked, 5)
    await clock.advance(5000)
    assert.lengthOf(asked, 10)
    assert.equal(firstDelay(0, 0, 10_000), 0)
  })

  test('each school keeps its own ten seconds', async ({ assert }) => {
    const { clock, asked, scheduler } = scheduled((_, clock) => later(clock, 700, FINE))
    scheduler.watch(ids(1))
    await clock.advance(45_000)
    assert.deepEqual(
      asked.map((turn) => turn.at),
      [0, 10_000, 20_000, 30_000, 40_000]
    )
  })

  test('a fifth of the city being dead delays nobody else', async ({ assert }) => {
    const dead = new Set(ids(91).slice(0, 18))
    const { clock, asked, scheduler } = scheduled((id, clock) =>
      dead.has(id) ? later(clock, 2000, { failures: 1, recovering: false }) : later(clock, 5, FINE)
    )
    scheduler.watch(ids(91))
    await clock.advance(60_000)
    assert.equal(scheduler.takeLateness(), 0)
    for (const id of ids(91).slice(18)) {
      const turns = asked.filter((turn) => turn.id === id)
      assert.isAtLeast(turns.length, 6, id)
    }
  })

  test('never more questions under way than allowed', async ({ assert }) => {
    let [running, most] = [0, 0]
    const { clock, scheduler } = scheduled(async (_, clock) => {
      most = Math.max(most, ++running)
      await later(clock, 3000, FINE)
      running--
      return FINE
    }, 4)
    scheduler.watch(ids(40))
    await clock.advance(30_000)
    assert.equal(most, 4)
    assert.isAbove(scheduler.takeLateness(), 0)
  })

  test('a turn past its deadline is told to give up', async ({ assert }) => {
    let aborted = false
    const { clock, scheduler } = scheduled(
      (_, __, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            aborted = true
            resolve({ failures: 1, recovering: false })
          })
        })
    )
    scheduler.watch(['sp-1'])
    await clock.advance(7999)
    assert.isFalse(aborted)
    await clock.advance(2)
    assert.isTrue(aborted)
  })

  test('a turn that throws is reported and comes again', async ({ assert }) => {
    const { clock, asked, errors, scheduler } = scheduled(async () => {
      throw new Error('broken')
    })
    scheduler.watch(['sp-1'])
    await clock.advance(25_000)
    assert.lengthOf(asked, 3)
    assert.lengthOf(errors, 3)
  })

  test('a school taken out is asked no more, and a hurried one at once', async ({ assert }) => {
    const { clock, asked, scheduler } = scheduled(async () => FINE)
    scheduler.watch(['sp-1', 'sp-2'])
    await clock.advance(1)
    scheduler.hurry('sp-2')
    await clock.advance(1)
    assert.deepEqual(
      asked.map((turn) => turn.id),
      ['sp-1', 'sp-2']
    )
    scheduler.watch(['sp-2'])
    await clock.advance(30_000)
    assert.lengthOf(
      asked.filter((turn) => turn.id === 'sp-1'),
      1
    )
  })
})

test.group('How soon a school is asked again', () => {
  const delay = (failures: number, recovering = false) => nextDelay({ failures, recovering }, PACE)

  test('soon while it is undecided', ({ assert }) => {
    assert.equal(delay(0), 10_000)
    assert.equal(delay(1), 3000)
    assert.equal(delay(2), 3000)
    assert.equal(delay(0, true), 3000)
  })

  test('slower the longer it is silent, three periods at most', ({ assert }) => {
    assert.equal(delay(3), 10_000)
    assert.equal(delay(13), 20_000)
    assert.equal(delay(500), 30_000)
  })
})
