import { test } from '@japa/runner'
import { wantedIncidents } from '#ops/alarms/wanted'
import { checkFact, stepCheck, type CheckMemory } from '#ops/health/checks'
import { DEFAULT_RULES } from '#ops/health/default_rules'
import { driftOf, rememberPower, type DriftMemory } from '#ops/health/drift'
import type { MetricValues } from '#ops/health/metrics'
import { step, stepSecondary } from '#ops/health/pipeline'
import { RuleSet, type RuleChange } from '#ops/health/rule_set'
import { fresh, type DeviceMemory, type PollResult } from '#ops/health/states'
import type { ProbeFailure } from '#ops/probes/errors'

const CALM = { disabled: false, maintenance: false, blind: false, parentsDown: false }
const answer = (values: MetricValues): PollResult => ({ kind: 'answered', values, rebooted: false })

const CITY = new RuleSet()

function after(
  samples: MetricValues[],
  rules = CITY.of({ id: 'x', kind: 'edge' }),
  start = fresh(0)
): DeviceMemory {
  return samples.reduce(
    (memory, values, i) => step(memory, answer(values), CALM, (i + 1) * 60_000, undefined, rules),
    start
  )
}
const times = (count: number, values: MetricValues) => Array.from({ length: count }, () => ({ ...values }))
const raised = (memory: DeviceMemory) =>
  wantedIncidents(memory).map(({ check, instance, severity }) =>
    [check, instance, severity].filter(Boolean).join(' ')
  )

/** Values, how often in a row, and what is then wrong. */
const SCENARIOS: [string, MetricValues, number, string[]][] = [
  ['three decibels lost', { rxLossDb: 3 }, 3, ['optical_low warning']],
  ['a little less than three', { rxLossDb: 2.9 }, 9, []],
  ['six decibels lost', { rxLossDb: 6 }, 3, ['optical_critical critical', 'optical_low warning']],
  ['no light at all', { lightLost: 1 }, 2, ['optical_lost critical']],
  ['no light for one sample', { lightLost: 1 }, 1, []],
  [
    'damaged frames on one port',
    { 'inErrors@sfp1': 40, 'inErrors@ether2': 0 },
    3,
    ['interface_errors sfp1 warning'],
  ],
  ['a disk almost full', { diskUse: 96 }, 3, ['disk_critical critical', 'disk_high warning']],
  ['memory short', { memoryUse: 92 }, 3, ['memory_high warning']],
  ['hot', { temperature: 71 }, 3, ['temperature_high warning']],
  ['a clock two minutes ahead', { clockSkewS: 121 }, 3, ['clock_skew warning']],
  ['a clock two minutes behind', { clockSkewS: -121 }, 3, ['clock_skew warning']],
  ['a licence of a month', { licenceDays: 30 }, 1, ['licence_ending warning']],
  ['a licence that is over', { licenceDays: -2 }, 1, ['licence_over critical', 'licence_ending warning']],
  ['content of a week ago', { contentAgeDays: 7 }, 1, ['content_old warning']],
  ['a tenth of the pings lost', { lossPercent: 10 }, 3, ['loss_high warning']],
  ['slow', { pingMs: 80 }, 3, ['latency_high warning']],
  ['infected workstations are no matter of a firewall', { endpointsInfected: 4 }, 9, []],
  ['nothing known', { rxLossDb: null, cpuData: null }, 9, []],
]

test.group('Limits as delivered', () => {
  for (const [name, values, samples, wrong] of SCENARIOS) {
    test(name, ({ assert }) => assert.deepEqual(raised(after(times(samples, values))), wrong))
  }

  test('each clears on its better side, and the memory of calm is empty', ({ assert }) => {
    for (const { code, metric, direction, raise, clear, among, clearAfter, kinds } of DEFAULT_RULES) {
      const name = metric.replace('@*', '@sfp1')
      const rules = CITY.of({ id: 'x', kind: kinds?.[0] ?? 'edge' })
      const bad = after(times(among, { [name]: raise }), rules)
      assert.isTrue(
        raised(bad).some((one) => one.startsWith(code)),
        code
      )
      const better = direction === 'below' ? clear + 0.1 : clear - 0.1
      const good = after(times(clearAfter + among, { [name]: better }), rules, bad)
      assert.isFalse(
        raised(good).some((one) => one.startsWith(`${code} `)),
        code
      )
    }
    assert.deepEqual(after(times(9, { cpuData: 3, rxLossDb: 0 })).thresholds, {})
  })

  test('a warning of a port that is gone is forgotten after half a day', ({ assert }) => {
    const bad = after(times(4, { 'inErrors@sfp1': 99 }))
    const later = step(bad, answer({ cpuData: 1 }), CALM, 13 * 3600_000)
    assert.equal(later.state, 'UP')
  })
})

test.group('Limits that people changed', () => {
  const change = (more: Partial<RuleChange>): RuleChange => ({
    ...{
      id: '1',
      tenantId: 1,
      code: 'cpu_data_high',
      kind: null,
      model: null,
      deviceId: null,
      enabled: true,
    },
    ...{ severity: 'warning', raise: 50, clear: 40, of: 1, among: 1, clearAfter: 1 },
    ...more,
  })
  const limit = (set: RuleSet, id: string, model: string) =>
    set.of({ id, kind: 'edge', model }).find(({ code }) => code === 'cpu_data_high')?.raise

  test('a device before its model, that before its kind, that before the default', ({ assert }) => {
    const set = new RuleSet([
      change({ kind: 'edge', raise: 70 }),
      change({ model: 'PA-220', raise: 60 }),
      change({ deviceId: 'mine', raise: 50 }),
    ])
    assert.equal(limit(set, 'mine', 'PA-220'), 50)
    assert.equal(limit(set, 'other', 'PA-220'), 60)
    assert.equal(limit(set, 'other', 'PA-440'), 70)
    assert.equal(limit(new RuleSet(), 'other', 'PA-440'), 80)
  })

  test('one that was turned off raises nothing and drops what it had raised', ({ assert }) => {
    const bad = after(times(4, { cpuData: 95 }))
    const off = new RuleSet([change({ kind: 'edge', enabled: false })]).of({ id: 'x', kind: 'edge' })
    assert.deepEqual(raised(after(times(1, { cpuData: 95 }), off, bad)), [])
  })

  test('entities that are judged alike share one list', ({ assert }) => {
    const set = new RuleSet([change({ deviceId: 'mine' })])
    assert.strictEqual(
      set.of({ id: 'a', kind: 'edge', model: 'PA-440' }),
      set.of({ id: 'b', kind: 'edge', model: 'PA-440' })
    )
  })
})

test.group('Light that fades', () => {
  const DAY = 86_400_000
  const days = (powers: number[]) =>
    powers.reduce<DriftMemory | undefined>(
      (memory, dbm, day) => rememberPower(memory, dbm, day * DAY),
      undefined
    )

  test('is measured by the straight line through the days', ({ assert }) => {
    assert.equal(driftOf(days([-10, -10.2, -10.4, -10.6, -10.8, -11, -11.2])), 1.4)
    assert.equal(driftOf(days([-10, -10, -10, -10])), 0)
    assert.isBelow(driftOf(days([-12, -11.5, -11, -10.5]))!, 0)
  })

  test('needs four days, and forgets what is older than a week', ({ assert }) => {
    assert.isNull(driftOf(days([-10, -12, -14])))
    assert.equal(driftOf(days([-30, ...Array(9).fill(-10)])), 0)
  })
})

test.group('A secondary probe', () => {
  const failed = (reason: ProbeFailure): PollResult => ({ kind: 'failed', reason })
  const play = (results: PollResult[]) =>
    results.reduce<CheckMemory | undefined>((memory, result, i) => stepCheck(memory, result, i), undefined)!
  const code = (results: PollResult[]) => checkFact('panos', play(results))?.code ?? null
  const good = answer({})
  const half: PollResult = { kind: 'answered', values: {}, rebooted: false, partial: 'licences' }

  const CASES: [string, PollResult[], string | null][] = [
    ['silent twice', [failed('no_answer'), failed('no_answer')], null],
    ['silent three times', Array(3).fill(failed('no_answer')), 'api_unreachable'],
    ['one good answer is not yet enough', [...Array(3).fill(failed('no_answer')), good], 'api_unreachable'],
    ['two good answers are', [...Array(3).fill(failed('no_answer')), good, good], null],
    ['wrong credentials count at once', [failed('authentication')], 'api_credentials'],
    ['rubbish three times', Array(3).fill(failed('malformed')), 'api_unreadable'],
    ['refused three times', Array(3).fill(failed('refused')), 'api_unreadable'],
    ['half an answer three times', Array(3).fill(half), 'partial'],
    ['half an answer once', [half], null],
    ['our own failures', Array(9).fill({ kind: 'not_measured' }), null],
  ]
  for (const [name, results, expected] of CASES) {
    test(name, ({ assert }) => assert.equal(code(results), expected))
  }

  test('degrades its entity and never says that it is down', ({ assert }) => {
    let memory = step(fresh(0), good, CALM, 1)
    for (let i = 0; i < 30; i++) memory = stepSecondary(memory, 'panos', failed('no_answer'), 10 + i)
    assert.equal(memory.state, 'DEGRADED')
    assert.deepEqual(raised(memory), ['api_unreachable panos warning'])
    memory = step(memory, good, CALM, 50)
    assert.equal(memory.state, 'DEGRADED', 'an answer by SNMP does not mend the interface')
    for (let i = 0; i < 2; i++) memory = stepSecondary(memory, 'panos', good, 60 + i)
    assert.equal(memory.state, 'UP')
  })
})

test.group('Every way in which a poll can fail ends in a state', () => {
  const REASONS: [ProbeFailure, string, string][] = [
    ['no_answer', 'DOWN', 'not_answering'],
    ['refused', 'UNKNOWN', 'unreadable'],
    ['authentication', 'UNKNOWN', 'unreadable'],
    ['malformed', 'UNKNOWN', 'unreadable'],
    ['partial', 'UNKNOWN', 'unreadable'],
  ]
  for (const [reason, state, fact] of REASONS) {
    test(`${reason} three times: ${state}`, ({ assert }) => {
      let memory = after(times(2, { cpuData: 1 }))
      for (let i = 0; i < 3; i++) memory = step(memory, { kind: 'failed', reason }, CALM, 300_000 + i)
      assert.equal(memory.state, state)
      assert.equal(memory.fact?.code, fact)
      assert.lengthOf(wantedIncidents(memory), 1)
    })
  }

  test('a locked account is told with the first failure', ({ assert }) => {
    const memory = step(
      after(times(2, {})),
      { kind: 'failed', reason: 'authentication', final: true },
      CALM,
      300_000
    )
    assert.deepEqual(raised(memory), ['readability warning'])
  })
})
