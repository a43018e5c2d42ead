import { test } from '@japa/runner'
import { elapsed, interfaceRates, utilisation } from '#ops/health/rates'
import type { InterfaceCounters, Reading } from '#ops/probes/snmp/reading'

const uplink = (change: Partial<InterfaceCounters> = {}): InterfaceCounters => ({
  name: 'ethernet1/1',
  index: '2',
  speedMbps: 1000,
  up: true,
  bits: 64,
  in: 1000n,
  out: 500n,
  discontinuity: 0,
  ...change,
})

const reading = (
  seconds: number,
  change: Partial<InterfaceCounters> = {},
  more: Partial<Reading> = {}
): Reading => ({
  at: seconds * 1000,
  latencyMs: 1,
  uptime: 100_000 + seconds * 100,
  engineBoots: 1,
  software: null,
  haState: null,
  ifTableLastChange: 0,
  sessions: null,
  sessionsMax: null,
  cpuMgmt: null,
  cpuData: null,
  rxDbm: null,
  interfaces: [uplink(change)],
  ...more,
})

const inRate = (previous: Reading | null, now: Reading) => interfaceRates(previous, now)[0].inBps
const WRAP = 2 ** 32

test.group('Rates of a school uplink', () => {
  test('ten seconds and 1,250,000 octets are one megabit a second', ({ assert }) => {
    assert.equal(inRate(reading(0), reading(10, { in: 1_251_000n })), 1_000_000)
  })

  test('the first look at a school knows no rate, which is not zero', ({ assert }) => {
    assert.isNull(inRate(null, reading(0)))
  })

  test('an idle night is zero, not unknown', ({ assert }) => {
    assert.equal(inRate(reading(0), reading(10)), 0)
  })

  test('counters beyond 2^53 keep their last octets', ({ assert }) => {
    const high = 2n ** 63n
    assert.equal(inRate(reading(0, { in: high }), reading(8, { in: high + 3n })), 3)
  })

  test('a 64-bit counter that fell was reset and gives no rate', ({ assert }) => {
    assert.isNull(inRate(reading(0, { in: 9000n }), reading(10, { in: 10n })))
  })

  test('a 32-bit counter that fell once has wrapped', ({ assert }) => {
    const narrow = { bits: 32 as const, speedMbps: 100 }
    const before = reading(0, { ...narrow, in: 2n ** 32n - 1000n })
    assert.equal(inRate(before, reading(10, { ...narrow, in: 249_000n })), 200_000)
  })

  test('a wrap that would mean more than the line carries is refused', ({ assert }) => {
    const narrow = { bits: 32 as const, speedMbps: 100 }
    assert.isNull(inRate(reading(0, { ...narrow, in: 5000n }), reading(10, { ...narrow, in: 4000n })))
  })

  test('32-bit octets are refused at one poll a minute on a gigabit line', ({ assert }) => {
    const narrow = { bits: 32 as const }
    assert.isNull(inRate(reading(0, { ...narrow, in: 0n }), reading(60, { ...narrow, in: 5000n })))
    assert.equal(inRate(reading(0, { ...narrow, in: 0n }), reading(30, { ...narrow, in: 30_000n })), 8000)
  })

  test('a restarted device drops the interval', ({ assert }) => {
    assert.isNull(inRate(reading(0), reading(10, { in: 9000n }, { uptime: 300 })))
    assert.deepEqual(elapsed(reading(0), reading(10, {}, { uptime: 300 })), { kind: 'reboot' })
    assert.deepEqual(elapsed(reading(0), reading(10, {}, { engineBoots: 2 })), { kind: 'reboot' })
  })

  test('after 497 days the clock of the agent wraps and the rate goes on', ({ assert }) => {
    const before = reading(0, {}, { uptime: WRAP - 500 })
    const after = reading(10, { in: 11_000n }, { uptime: 500 })
    assert.deepEqual(elapsed(before, after), { kind: 'steady', seconds: 10, suspect: false })
    assert.equal(inRate(before, after), 8000)
  })

  test('an agent that serves an old copy gives no rate', ({ assert }) => {
    assert.isNull(inRate(reading(0), reading(10, {}, { uptime: 100_000 })))
  })

  test('a clock of the agent that runs apart from ours is suspect', ({ assert }) => {
    const after = reading(10, {}, { uptime: 100_000 + 1500 })
    assert.deepEqual(elapsed(reading(0), after), { kind: 'steady', seconds: 15, suspect: true })
  })

  test('an announced discontinuity or another index drops the interval', ({ assert }) => {
    assert.isNull(inRate(reading(0), reading(10, { in: 9000n, discontinuity: 55 })))
    assert.isNull(inRate(reading(0), reading(10, { in: 9000n, index: '7' })))
    assert.isNull(inRate(reading(0, { bits: 32 }), reading(10, { in: 9000n })))
  })

  test('a missing counter is unknown on its side only', ({ assert }) => {
    const [rate] = interfaceRates(reading(0), reading(10, { in: null, out: 1750n }))
    assert.isNull(rate.inBps)
    assert.equal(rate.outBps, 1000)
  })

  test('an interface without a speed has no percentage', ({ assert }) => {
    assert.isNull(utilisation(5000, 0))
    assert.equal(utilisation(500e6, 1000), 50)
  })

  test('a 64-bit counter that ran far ahead of its line gives no rate', ({ assert }) => {
    assert.isNull(inRate(reading(0), reading(60, { in: 60n * 10n ** 9n })))
    assert.equal(inRate(reading(0, { in: 0n }), reading(60, { in: 7_500_000_000n })), 1e9, 'a full line')
    const virtual = { speedMbps: 0 }
    assert.isAbove(inRate(reading(0, virtual), reading(60, { ...virtual, in: 60n * 10n ** 9n }))!, 1e9)
  })

  const errors = (before: bigint | null, after: bigint | null, more: Partial<Reading> = {}) =>
    interfaceRates(reading(0, { inErrors: before }), reading(10, { inErrors: after }, more))[0].inErrors

  test('damaged frames are counted within the interval', ({ assert }) => {
    assert.equal(errors(5n, 17n), 12)
    assert.equal(errors(5n, 5n), 0)
    assert.equal(errors(2n ** 32n - 3n, 4n), 7, 'over the wrap')
    assert.isNull(errors(900n, 3n), 'reset')
    assert.isNull(errors(null, 3n))
    assert.isNull(errors(5n, 17n, { engineBoots: 2 }), 'a restart')
    assert.isUndefined(interfaceRates(reading(0), reading(10))[0].inErrors, 'not counted by the agent')
  })
})
