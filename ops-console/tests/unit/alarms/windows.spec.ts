import { test } from '@japa/runner'
import { nextTurn, runningTurn, turns, type Window } from '#ops/alarms/windows'

const at = (text: string) => new Date(text)
type Timed = Pick<Window, 'startsAt' | 'endsAt' | 'repeats' | 'repeatsUntil' | 'endedAt' | 'cutUntil'>

const window = (change: Partial<Timed> = {}): Timed => ({
  startsAt: at('2026-03-20T22:00:00+01:00'),
  endsAt: at('2026-03-21T02:00:00+01:00'),
  ...{ repeats: 'none', repeatsUntil: null, endedAt: null, cutUntil: null },
  ...change,
})
const weekly = (change: Partial<Timed> = {}) => window({ repeats: 'weekly', ...change })

test.group('Work windows', () => {
  test('{title}')
    .with([
      {
        title: 'one that stands alone runs from its start',
        one: window(),
        now: '2026-03-20T22:00:00+01:00',
        runs: true,
      },
      { title: 'until its end', one: window(), now: '2026-03-21T01:59:59+01:00', runs: true },
      { title: 'and not at its end', one: window(), now: '2026-03-21T02:00:00+01:00', runs: false },
      { title: 'nor a week later', one: window(), now: '2026-03-27T23:00:00+01:00', runs: false },
      {
        title: 'a weekly one runs a week later',
        one: weekly(),
        now: '2026-03-27T23:00:00+01:00',
        runs: true,
      },
      { title: 'not before it began', one: weekly(), now: '2026-03-13T23:00:00+01:00', runs: false },
      { title: 'keeps local time in summer', one: weekly(), now: '2026-04-03T21:59:00+02:00', runs: false },
      { title: 'begins at ten in summer too', one: weekly(), now: '2026-04-03T22:00:00+02:00', runs: true },
      { title: 'ends at two in summer', one: weekly(), now: '2026-04-04T02:00:00+02:00', runs: false },
      {
        title: 'ends for good with the day it repeats until',
        ...{ one: weekly({ repeatsUntil: '2026-03-30' }), now: '2026-04-03T23:00:00+02:00', runs: false },
      },
      {
        title: 'ended early is over',
        ...{
          one: window({ endedAt: at('2026-03-20T23:00:00+01:00') }),
          now: '2026-03-20T23:00:01+01:00',
          runs: false,
        },
      },
      {
        title: 'a turn ended early is passed over',
        ...{
          one: weekly({ cutUntil: at('2026-03-28T02:00:00+01:00') }),
          now: '2026-03-27T23:30:00+01:00',
          runs: false,
        },
      },
      {
        title: 'and the next one runs again',
        ...{
          one: weekly({ cutUntil: at('2026-03-28T02:00:00+01:00') }),
          now: '2026-04-03T23:30:00+02:00',
          runs: true,
        },
      },
      {
        title: 'a monthly one of the 31st runs on the last day of a shorter month',
        one: window({
          ...{ startsAt: at('2026-01-31T10:00:00+01:00'), endsAt: at('2026-01-31T11:00:00+01:00') },
          repeats: 'monthly',
        }),
        ...{ now: '2026-02-28T10:30:00+01:00', runs: true },
      },
    ])
    .run(({ assert }, { one, now, runs }) => {
      assert.equal(runningTurn(one, at(now)) !== null, runs)
    })

  test('the night the clocks go forward has three hours of a window of four', ({ assert }) => {
    const [turn] = turns(
      weekly({ startsAt: at('2026-03-21T23:00:00+01:00'), endsAt: at('2026-03-22T03:00:00+01:00') }),
      at('2026-03-28T12:00:00Z'),
      at('2026-03-29T12:00:00Z')
    )
    assert.equal((turn!.until.getTime() - turn!.from.getTime()) / 3_600_000, 3)
  })

  test('years later the turn is found at once and is the right one', ({ assert }) => {
    const [turn, ...more] = turns(weekly(), at('2031-06-06T12:00:00Z'), at('2031-06-07T12:00:00Z'))
    assert.equal(turn!.from.toISOString(), '2031-06-06T20:00:00.000Z')
    assert.lengthOf(more, 0)
  })

  test('the next turn is the one ahead, and there is none after the last', ({ assert }) => {
    assert.equal(
      nextTurn(weekly(), at('2026-03-21T12:00:00Z'))!.from.toISOString(),
      '2026-03-27T21:00:00.000Z'
    )
    assert.isNull(nextTurn(window(), at('2026-03-21T12:00:00Z')))
  })
})
