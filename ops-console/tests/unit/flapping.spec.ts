import { test } from '@japa/runner'
import { flapPercent, isFlapping, remember } from '#ops/health/flapping'

const alternating = Array.from({ length: 21 }, (_, i) => i % 2)

test.group('Flapping', () => {
  test('a change at every poll is 100 %, none is 0 %', ({ assert }) => {
    assert.closeTo(flapPercent(alternating), 100, 0.001)
    assert.equal(flapPercent(Array(21).fill(1)), 0)
  })

  test('a change just now weighs half as much again as the oldest', ({ assert }) => {
    const oldest = [0, ...Array(20).fill(1)]
    const newest = [...Array(20).fill(0), 1]
    assert.closeTo(flapPercent(oldest), (0.8 / 20) * 100, 0.001)
    assert.closeTo(flapPercent(newest), (1.2 / 20) * 100, 0.001)
  })

  test('one outage is not flapping, and only the last 21 results count', ({ assert }) => {
    let history: number[] = []
    for (const bad of [0, 0, 0, 1, 1, 1, 0, 0, 0]) history = remember(history, bad === 1)
    assert.isFalse(isFlapping(false, history))
    for (let i = 0; i < 40; i++) history = remember(history, false)
    assert.lengthOf(history, 21)
  })

  test('it ends under the lower limit only', ({ assert }) => {
    const calming = [0, 1, 0, ...Array(18).fill(0)]
    assert.isTrue(isFlapping(true, calming))
    assert.isFalse(isFlapping(false, calming))
  })
})
