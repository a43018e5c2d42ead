import { test } from '@japa/runner'
import { common, length, union, without } from '#ops/sla/intervals'
import { monthInterval } from '#ops/sla/month'
import { readOutages } from '#ops/sla/outages'
import { percentile } from '#ops/sla/percentile'
import { settle, settleContract, type SlaInputs } from '#ops/sla/settle'
import { occurrences, type AgreedWindow } from '#ops/sla/windows'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const at = (from: number, to: number) => ({ from, to })

test.group('Intervals', () => {
  test('that overlap or touch are one, counted once', ({ assert }) => {
    assert.deepEqual(union([at(5, 9), at(0, 3), at(2, 5), at(20, 20), at(30, 20)]), [at(0, 9)])
    assert.equal(length([at(0, 10), at(5, 15), at(5, 15)]), 15)
  })

  test('are cut out of each other', ({ assert }) => {
    assert.deepEqual(without([at(0, 10), at(20, 30)], [at(2, 4), at(8, 25)]), [
      at(0, 2),
      at(4, 8),
      at(25, 30),
    ])
    assert.deepEqual(without([at(0, 10)], [at(0, 10)]), [])
    assert.deepEqual(common([at(0, 10), at(20, 30)], [at(8, 25)]), [at(8, 10), at(20, 25)])
  })
})

test.group('A month in Warsaw', () => {
  const hours = (month: string) => length([monthInterval(month)]) / HOUR

  test('loses an hour in March and wins one in October', ({ assert }) => {
    assert.deepEqual(
      ['2026-03', '2026-10', '2026-11', '2026-12', '2024-02'].map(hours),
      [743, 745, 720, 744, 696]
    )
  })

  test('begins at the local midnight', ({ assert }) => {
    assert.equal(new Date(monthInterval('2026-07').from).toISOString(), '2026-06-30T22:00:00.000Z')
    assert.equal(new Date(monthInterval('2026-12').from).toISOString(), '2026-11-30T23:00:00.000Z')
  })
})

test.group('Outages', () => {
  const read = (...steps: [number, string, string?][]) =>
    readOutages(
      steps.map(([minute, became, fact = null]) => ({ at: minute * MINUTE, became, fact })),
      1000 * MINUTE
    )
  const minutes = (list: { from: number; to: number }[]) =>
    list.map(({ from, to }) => [from / MINUTE, to / MINUTE])
  const silent = 'not_answering'

  test('last from the first failed probe to the first good one', ({ assert }) => {
    const { down } = read([10, 'UNKNOWN', silent], [11, 'DOWN'], [40, 'UP'])
    assert.deepEqual(minutes(down), [[10, 40]])
  })

  test('that did not become hard are none', ({ assert }) => {
    const { down, unknown } = read([10, 'UNKNOWN', silent], [11, 'UP'])
    assert.isEmpty([...down, ...unknown])
  })

  test('still going on last until now', ({ assert }) => {
    assert.deepEqual(minutes(read([10, 'DOWN']).down), [[10, 1000]])
  })

  test("behind the city's core are the city's", ({ assert }) => {
    const { down, cutOff } = read([10, 'UNKNOWN', silent], [12, 'UNREACHABLE'], [40, 'UP'])
    assert.isEmpty(down)
    assert.deepEqual(minutes(cutOff), [[10, 40]])
  })

  test('change hands when the core comes back and the link does not', ({ assert }) => {
    const { down, cutOff } = read([10, 'UNKNOWN', silent], [12, 'UNREACHABLE'], [30, 'DOWN'], [40, 'UP'])
    assert.deepEqual(minutes(cutOff), [[10, 30]])
    assert.deepEqual(minutes(down), [[30, 40]])
  })

  test('are unknown while the console was blind or did not ask', ({ assert }) => {
    assert.deepEqual(minutes(read([10, 'UNKNOWN', silent], [100, 'UP']).unknown), [[10, 100]])
    assert.deepEqual(minutes(read([10, 'UNKNOWN', 'not_measured'], [12, 'UP']).unknown), [[10, 12]])
  })

  test('end where maintenance begins', ({ assert }) => {
    const { down, maintenance } = read([10, 'DOWN'], [20, 'MAINTENANCE'], [50, 'UP'])
    assert.deepEqual(minutes(down), [[10, 20]])
    assert.deepEqual(minutes(maintenance), [[20, 50]])
  })
})

test.group('Agreed windows', () => {
  const window = (more: Partial<AgreedWindow> = {}): AgreedWindow => ({
    ...{ id: 'w', startsAt: 100 * HOUR, endsAt: 102 * HOUR, repeats: 'none', repeatsUntil: null },
    ...{ slaExcluded: true, announcedAt: 20 * HOUR, endedAt: null, reason: null, ...more },
  })
  const found = (more: Partial<AgreedWindow>, notice = 72) =>
    occurrences([window(more)], at(0, 1000 * HOUR), notice).map(({ from, to, inTime }) => [
      from / HOUR,
      to / HOUR,
      inTime,
    ])

  test('count as announced in time only so many hours ahead', ({ assert }) => {
    assert.deepEqual(found({}), [[100, 102, true]])
    assert.deepEqual(found({ announcedAt: 28 * HOUR }), [[100, 102, true]])
    assert.deepEqual(found({ announcedAt: 28 * HOUR + 1 }), [[100, 102, false]])
    assert.deepEqual(found({ announcedAt: null }, 0), [[100, 102, false]])
  })

  test('end when they were ended', ({ assert }) => {
    assert.deepEqual(found({ endedAt: 101 * HOUR }), [[100, 101, true]])
  })

  test('that repeat keep their hour on the clock over the change of time', ({ assert }) => {
    const startsAt = Date.parse('2026-10-18T00:00:00Z')
    const times = occurrences(
      [
        window({
          startsAt,
          endsAt: startsAt + HOUR,
          repeats: 'weekly',
          repeatsUntil: '2026-11-01',
          announcedAt: 0,
        }),
      ],
      monthInterval('2026-10'),
      72
    )
    assert.deepEqual(
      times.map(({ from }) => new Date(from).toISOString()),
      ['2026-10-18T00:00:00.000Z', '2026-10-25T00:00:00.000Z']
    )
    const november = occurrences([times[0].window], monthInterval('2026-11'), 72)
    assert.deepEqual(
      november.map(({ from }) => new Date(from).toISOString()),
      ['2026-11-01T01:00:00.000Z']
    )
  })
})

test.group('The account of a month', () => {
  const month = monthInterval('2026-11')
  const inMonth = (from: number, to: number) => at(month.from + from, month.from + to)
  const inputs = (more: Partial<SlaInputs> = {}): SlaInputs => ({
    ...{ month: '2026-11', service: month, down: [], exclusions: [], refused: [], unknown: [] },
    probes: { sent: 1000, received: 1000, latencyP95Ms: 4 },
    traffic: { inBpsP95: null, outBpsP95: null },
    ...{
      resolution: 60,
      limits: { availability: 99.5, latencyP95Ms: 30, lossPercent: 0.5, noticeHours: 72 },
    },
    ...more,
  })

  test('allows 3 h 36 min at 99.5 % of thirty days and 43 min 12 s at 99.9 %', ({ assert }) => {
    assert.closeTo(settle(inputs()).allowed, 216 * MINUTE, 1)
    const strict = inputs({ limits: { ...inputs().limits, availability: 99.9 } })
    assert.closeTo(settle(strict).allowed, 43.2 * MINUTE, 1)
  })

  test('is kept with exactly what is allowed and broken by a minute more', ({ assert }) => {
    const just = settle(inputs({ down: [inMonth(0, 216 * MINUTE)] }))
    assert.closeTo(just.availability!, 0.995, 1e-12)
    assert.isTrue(just.availabilityKept)
    assert.isFalse(settle(inputs({ down: [inMonth(0, 217 * MINUTE)] })).availabilityKept)
  })

  test('counts overlapping outages once and only inside the month', ({ assert }) => {
    const down = [inMonth(-HOUR, HOUR), inMonth(30 * MINUTE, 2 * HOUR), at(month.to - HOUR, month.to + HOUR)]
    assert.equal(settle(inputs({ down })).down, 3 * HOUR)
  })

  test('begins with activation', ({ assert }) => {
    const service = inMonth(10 * 24 * HOUR, 30 * 24 * HOUR)
    const result = settle(inputs({ service, down: [inMonth(0, 11 * 24 * HOUR)] }))
    assert.equal(result.service, 20 * 24 * HOUR)
    assert.closeTo(result.availability!, 0.95, 1e-12)
  })

  test('leaves excluded time out above and below the line, overlap once', ({ assert }) => {
    const exclusions = [
      { ...inMonth(0, 72 * HOUR), cause: 'window' as const, evidence: null },
      { ...inMonth(48 * HOUR, 120 * HOUR), cause: 'power' as const, evidence: 'PGE 17' },
    ]
    const result = settle(inputs({ exclusions, down: [inMonth(0, 126 * HOUR)] }))
    assert.equal(result.excluded, 120 * HOUR)
    assert.equal(result.down, 6 * HOUR)
    assert.closeTo(result.availability!, 1 - 6 / 600, 1e-12)
    assert.lengthOf(result.intervals, 1)
    assert.equal(result.intervals[0].counted, 6 * HOUR)
    assert.deepEqual(
      result.intervals[0].excluded.map(({ cause }) => cause),
      ['window', 'power']
    )
  })

  test('leaves out what nobody measured, and says so under 95 %', ({ assert }) => {
    const result = settle(
      inputs({ unknown: [inMonth(0, 72 * HOUR)], down: [inMonth(700 * HOUR, 703 * HOUR)] })
    )
    assert.closeTo(result.availability!, 1 - 3 / 648, 1e-12)
    assert.closeTo(result.coverage!, 0.9, 1e-12)
    assert.isFalse(result.wellCovered)
    assert.isTrue(settle(inputs({ unknown: [inMonth(0, 36 * HOUR)] })).wellCovered)
  })

  test('does not let an outage shrink because nobody looked in its midst', ({ assert }) => {
    const result = settle(inputs({ down: [inMonth(0, 5 * HOUR)], unknown: [inMonth(2 * HOUR, 3 * HOUR)] }))
    assert.equal(result.down, 5 * HOUR)
    assert.equal(result.unknown, 0)
  })

  test('says nothing of a month that nobody measured', ({ assert }) => {
    const result = settle(inputs({ unknown: [month], probes: { sent: 0, received: 0, latencyP95Ms: null } }))
    assert.isNull(result.availability)
    assert.isNull(result.availabilityKept)
    assert.isNull(result.lossPercent)
    assert.isNull(result.latencyKept)
  })

  test('takes loss as lost of sent', ({ assert }) => {
    const result = settle(inputs({ probes: { sent: 2000, received: 1989, latencyP95Ms: 31 } }))
    assert.closeTo(result.lossPercent!, 0.55, 1e-12)
    assert.isFalse(result.lossKept)
    assert.isFalse(result.latencyKept)
  })

  test('of the contract is not the mean of the links', ({ assert }) => {
    const short = settle(inputs({ service: inMonth(0, 10 * HOUR), down: [inMonth(0, 5 * HOUR)] }))
    const whole = settleContract([short, settle(inputs())])
    assert.closeTo(whole.availability!, 1 - 5 / 730, 1e-12)
    assert.equal(whole.below, 1)
  })
})

test.group('A percentile', () => {
  test('is a value that was measured, by nearest rank', ({ assert }) => {
    const hundred = Array.from({ length: 100 }, (_, n) => 100 - n)
    assert.deepEqual(
      [0.5, 0.95, 0.99, 1].map((share) => percentile(hundred, share)),
      [50, 95, 99, 100]
    )
    assert.equal(percentile([7], 0.95), 7)
    assert.isNull(percentile([], 0.95))
  })

  test('of a month is no mean of those of its days', ({ assert }) => {
    const calm = Array.from({ length: 95 }, () => 2)
    const bad = Array.from({ length: 5 }, () => 200)
    const days = [calm, calm, [...bad, ...bad]]
    const mean = days.map((day) => percentile(day, 0.95)!).reduce((a, b) => a + b) / 3
    assert.equal(percentile(days.flat(), 0.95), 2)
    assert.notEqual(mean, 2)
  })
})
