import { test } from '@japa/runner'
import { isUndecided, wantedIncidents } from '#ops/alarms/wanted'
import { isBlind, Tally } from '#ops/health/blindness'
import { isCutOff } from '#ops/health/dependencies'
import type { MetricValues } from '#ops/health/metrics'
import { reconsider, step } from '#ops/health/pipeline'
import {
  fresh,
  type DeviceMemory,
  type EntityState,
  type PollResult,
  type Surroundings,
} from '#ops/health/states'

const CALM: Surroundings = { disabled: false, maintenance: false, blind: false, parentsDown: false }
const good = (change: MetricValues = {}): PollResult => ({
  kind: 'answered',
  values: { cpuData: 10, cpuMgmt: 10, ...change },
  rebooted: false,
})
const silence: PollResult = { kind: 'failed', reason: 'no_answer' }

/** Polls ten seconds apart from second 10 on; gives the memory after each. */
function play(results: PollResult[], around: Partial<Surroundings> = {}, start: DeviceMemory = fresh(0)) {
  const trace: DeviceMemory[] = []
  results.forEach((result, i) => {
    const before = trace.at(-1) ?? start
    trace.push(step(before, result, { ...CALM, ...around }, (i + 1) * 10_000))
  })
  return trace
}
const states = (trace: DeviceMemory[]) => trace.map((memory) => memory.state)
const up = play([good()])[0]

test.group('State of a school device', () => {
  test('a device never asked is unknown, and up with its first answer', ({ assert }) => {
    assert.equal(fresh(0).state, 'UNKNOWN')
    assert.deepInclude(up, { state: 'UP', since: 10_000, lastAnswerAt: 10_000 })
  })

  test('silence is first "not answering since" and down only with the third failure', ({ assert }) => {
    const trace = play([silence, silence, silence], {}, up)
    assert.deepEqual(states(trace), ['UNKNOWN', 'UNKNOWN', 'DOWN'])
    assert.deepEqual(trace[0].fact, { code: 'not_answering', params: { since: 10_000 } })
    assert.equal(trace[2].since, 10_000, 'an outage begins with its first unanswered question')
  })

  test('one lost datagram ends with the next answer', ({ assert }) => {
    assert.deepEqual(states(play([silence, good()], {}, up)), ['UNKNOWN', 'UP'])
  })

  test('a device is back after two answers, not one', ({ assert }) => {
    const trace = play([silence, silence, silence, good(), good()], {}, up)
    assert.deepEqual(states(trace).slice(3), ['DOWN', 'UP'])
    assert.equal(trace[3].fact?.code, 'recovering')
  })

  test('a poller that fails itself never says down', ({ assert }) => {
    const trace = play(Array(9).fill({ kind: 'not_measured' }), {}, up)
    assert.isTrue(trace.every((memory) => memory.state === 'UNKNOWN'))
    assert.equal(trace.at(-1)!.failures, 0)
  })

  test('an agent that answers rubbish is unreadable, not down', ({ assert }) => {
    const trace = play(Array(5).fill({ kind: 'failed', reason: 'malformed' }), {}, up)
    assert.equal(trace.at(-1)!.state, 'UNKNOWN')
    assert.deepInclude(trace.at(-1)!.fact!.params, { reason: 'malformed' })
    assert.deepEqual(
      wantedIncidents(trace.at(-1)!).map((one) => one.check),
      ['readability']
    )
  })

  test('when our own path is suspected nobody is declared down', ({ assert }) => {
    const trace = play(Array(6).fill(silence), { blind: true }, up)
    assert.isTrue(trace.every((memory) => memory.state === 'UNKNOWN'))
    assert.isTrue(isUndecided(trace.at(-1)!))
  })

  test('behind a link that is down a device is unreachable and has no incident of its own', ({ assert }) => {
    const last = play([silence, silence, silence], { parentsDown: true }, up).at(-1)!
    assert.equal(last.state, 'UNREACHABLE')
    assert.deepEqual(wantedIncidents(last), [])
    const free = reconsider(last, CALM, 90_000)
    assert.equal(free.state, 'UNKNOWN', 'the link is back; whether the device is, it will show')
    assert.deepEqual(free.fact, { code: 'not_answering', params: { since: 10_000 } })
    const still = play([silence, silence, silence], {}, free)
    assert.deepEqual(states(still), ['UNKNOWN', 'UNKNOWN', 'DOWN'])
    assert.equal(still[2].since, 10_000, 'one outage, from its first unanswered question')
  })

  test('a parent found to be down later re-attributes its child', ({ assert }) => {
    const down = play([silence, silence, silence], {}, up).at(-1)!
    assert.equal(reconsider(down, { ...CALM, parentsDown: true }, 90_000).state, 'UNREACHABLE')
  })

  test('maintenance hides the outage and its end tells what is still broken', ({ assert }) => {
    const during = play([silence, silence, silence], { maintenance: true }, up)
    assert.equal(during.at(-1)!.state, 'MAINTENANCE')
    assert.equal(step(during.at(-1)!, silence, CALM, 99_000).state, 'DOWN')
  })

  test('a device still in its box is not watched', ({ assert }) => {
    assert.equal(reconsider(fresh(0), { ...CALM, disabled: true }, 5).state, 'DISABLED')
  })

  test('a busy data plane degrades after three of four samples and recovers below the lower limit', ({
    assert,
  }) => {
    const busy = good({ cpuData: 91 })
    const raised = play([busy, good(), busy, busy], {}, up)
    assert.deepEqual(states(raised), ['UP', 'UP', 'UP', 'DEGRADED'])
    assert.deepEqual(raised[3].fact, { code: 'cpu_data_high', params: { value: 91, limit: 80 } })
    const between = play(Array(5).fill(good({ cpuData: 75 })), {}, raised[3])
    assert.equal(between.at(-1)!.state, 'DEGRADED')
    assert.equal(play(Array(3).fill(good({ cpuData: 20 })), {}, raised[3]).at(-1)!.state, 'UP')
  })

  test('a missing figure neither raises nor clears a warning', ({ assert }) => {
    const raised = play(Array(3).fill(good({ rxLossDb: 4 })), {}, up).at(-1)!
    assert.equal(raised.fact?.code, 'optical_low')
    assert.equal(play(Array(9).fill(good({ rxLossDb: null })), {}, raised).at(-1)!.state, 'DEGRADED')
  })

  test('light six decibels below the accepted power is critical', ({ assert }) => {
    const raised = play(Array(3).fill(good({ rxLossDb: 7 })), {}, up).at(-1)!
    assert.equal(raised.fact?.code, 'optical_critical')
    assert.sameMembers(
      wantedIncidents(raised).map((one) => one.check),
      ['optical_low', 'optical_critical']
    )
  })

  test('a device that comes and goes has one incident for flapping', ({ assert }) => {
    const on_off = Array.from({ length: 20 }, (_, i) => (i % 2 ? silence : good()))
    const last = play(on_off, {}, up).at(-1)!
    assert.isTrue(last.flapping)
    assert.deepEqual(
      wantedIncidents(last).map((one) => one.check),
      ['flapping']
    )
  })

  test('memory survives being written down', ({ assert }) => {
    const two = play([silence, silence], {}, up).at(-1)!
    assert.equal(step(JSON.parse(JSON.stringify(two)), silence, CALM, 50_000).state, 'DOWN')
  })
})

test.group('A city that falls silent at once', () => {
  test('over 30 % failing together means that we are blind', ({ assert }) => {
    assert.isTrue(isBlind(91, 31))
    assert.isFalse(isBlind(91, 27))
  })

  test('two of three devices are too few to judge by', ({ assert }) => {
    assert.isFalse(isBlind(3, 2))
  })

  test('schools known to be out, or cut off, do not count', ({ assert }) => {
    const tally = new Tally()
    for (let i = 0; i < 60; i++) tally.set(`fine-${i}`, 'fine')
    for (let i = 0; i < 40; i++) tally.set(`silent-${i}`, 'failing')
    assert.isTrue(tally.blind)
    for (let i = 0; i < 40; i++) tally.set(`silent-${i}`, 'apart')
    assert.isFalse(tally.blind)
    tally.set('silent-1', 'failing')
    tally.forget('silent-1')
    assert.isFalse(tally.blind)
  })
})

test.group('What hangs on what', () => {
  const cutOff = (parents: Record<string, string[]>, known: Record<string, EntityState>) =>
    isCutOff('firewall', new Map(Object.entries(parents)), (id) => known[id])

  test('every way must be closed', ({ assert }) => {
    const two = { firewall: ['a', 'b'] }
    assert.isFalse(cutOff(two, { a: 'DOWN', b: 'UP' }))
    assert.isTrue(cutOff(two, { a: 'DOWN', b: 'DOWN' }))
  })

  test('an outage higher up reaches through a parent that is not known yet', ({ assert }) => {
    assert.isTrue(cutOff({ firewall: ['link'], link: ['core'] }, { link: 'UNKNOWN', core: 'DOWN' }))
  })

  test('maintenance of the link counts as closed', ({ assert }) => {
    assert.isTrue(cutOff({ firewall: ['link'] }, { link: 'MAINTENANCE' }))
  })

  test('a parent named twice is one, and a ring closes nothing', ({ assert }) => {
    assert.isFalse(cutOff({ firewall: ['a', 'a'], a: ['firewall'] }, { a: 'UP' }))
    assert.isTrue(cutOff({ firewall: ['a', 'a'] }, { a: 'DOWN' }))
  })

  test('a device with no parent is never cut off', ({ assert }) => {
    assert.isFalse(cutOff({}, {}))
  })
})
