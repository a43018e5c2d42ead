import '@japa/assert'
import { test } from '@japa/runner'
import { isDaily, timeTicks } from '../../charts/ticks.ts'
import { formatTime } from '../../i18n/format.ts'

const at = (text: string) => Date.parse(text)

test.group('Time axis of a traffic chart', () => {
  test('a school morning is marked at whole hours of Warsaw', ({ assert }) => {
    const ticks = timeTicks(at('2026-11-12T06:20:00Z'), at('2026-11-12T11:00:00Z'), 6)
    assert.deepEqual(
      ticks.map((tick) => formatTime('pl', tick)),
      ['8:00', '9:00', '10:00', '11:00', '12:00']
    )
  })

  test('days begin at midnight of Warsaw on both sides of the change of clocks', ({ assert }) => {
    const ticks = timeTicks(at('2026-10-23T00:00:00Z'), at('2026-10-28T00:00:00Z'), 6)
    assert.isTrue(ticks.length >= 4)
    assert.isTrue(isDaily(ticks))
    for (const tick of ticks) assert.equal(formatTime('pl', tick), '0:00')
  })

  test('an empty range does not hang', ({ assert }) => {
    assert.lengthOf(timeTicks(5, 5, 6), 1)
  })
})
