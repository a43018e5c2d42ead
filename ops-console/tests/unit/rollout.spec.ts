import { test } from '@japa/runner'
import { nextRollouts } from '#ops/rollout/device_stages'
import { nextStates, progressOf, refusal, type LinkEvidence } from '#ops/rollout/link_stages'
import { mediaType } from '#ops/rollout/media_type'
import { delayDays, progressSeries } from '#ops/rollout/progress'
import { limitsFor, passes, pathQuality, verdict } from '#ops/rollout/test_limits'

const complete: LinkEvidence = {
  hasAsBuilt: true,
  hasCabinetPhoto: true,
  protocol: 'accepted',
  openBlockingDefects: 0,
  testsPassed: true,
  testsRunning: false,
}

test.group('A link on its way into service', () => {
  test('goes the whole way when everything is there', ({ assert }) => {
    const way = [
      'planned',
      'route_agreed',
      'cabinet_installed',
      'documented',
      'protocol_signed',
      'testing',
      'tests_passed',
      'active',
    ] as const
    for (let i = 1; i < way.length; i++) assert.isNull(refusal(way[i - 1]!, way[i]!, null, complete), way[i])
  })

  test('cannot skip a stage', ({ assert }) => {
    assert.equal(refusal('planned', 'documented', null, complete), 'no_such_step')
    assert.equal(refusal('documented', 'testing', null, complete), 'no_such_step')
    assert.equal(refusal('testing', 'active', null, complete), 'no_such_step')
  })

  const cases: [
    string,
    Parameters<typeof refusal>[0],
    Parameters<typeof refusal>[1],
    Partial<LinkEvidence>,
    string | null,
  ][] = [
    [
      'no cabinet without its photo',
      'route_agreed',
      'cabinet_installed',
      { hasCabinetPhoto: false },
      'no_cabinet_photo',
    ],
    [
      'no documentation stage without files',
      'cabinet_installed',
      'documented',
      { hasAsBuilt: false },
      'no_documentation',
    ],
    [
      'no protocol stage without a protocol',
      'documented',
      'protocol_signed',
      { protocol: null },
      'no_protocol',
    ],
    [
      'a rejected protocol does not carry on',
      'documented',
      'protocol_signed',
      { protocol: 'rejected' },
      'protocol_rejected',
    ],
    [
      'accepted with defects does',
      'documented',
      'protocol_signed',
      { protocol: 'accepted_with_defects' },
      null,
    ],
    [
      'no testing without documentation',
      'protocol_signed',
      'testing',
      { hasAsBuilt: false },
      'no_documentation',
    ],
    [
      'tests that failed are not passed',
      'testing',
      'tests_passed',
      { testsPassed: false },
      'tests_not_passed',
    ],
    ['nothing moves while tests run', 'testing', 'tests_passed', { testsRunning: true }, 'tests_running'],
    [
      'no service with an open blocking defect',
      'tests_passed',
      'active',
      { openBlockingDefects: 1 },
      'blocking_defects',
    ],
    ['no service without passed tests', 'tests_passed', 'active', { testsPassed: false }, 'tests_not_passed'],
    ['no service without a protocol', 'tests_passed', 'active', { protocol: null }, 'no_protocol'],
  ]
  for (const [title, from, to, lack, expected] of cases) {
    test(title, ({ assert }) => assert.equal(refusal(from, to, null, { ...complete, ...lack }), expected))
  }

  test('comes back from rework and suspension to where it was', ({ assert }) => {
    assert.include(nextStates('rework', 'testing'), 'testing')
    assert.include(nextStates('rework', 'testing'), 'documented')
    assert.deepEqual(nextStates('suspended', 'active'), ['active', 'decommissioned'])
    assert.equal(
      refusal('suspended', 'active', 'active', { ...complete, openBlockingDefects: 2 }),
      'blocking_defects'
    )
  })

  test('never comes back from being taken out', ({ assert }) =>
    assert.deepEqual(nextStates('decommissioned', 'active'), []))

  test('tells how far it is, also from a side state', ({ assert }) => {
    assert.equal(progressOf('planned', null), 0)
    assert.equal(progressOf('active', null), 1)
    assert.equal(progressOf('rework', 'documented'), progressOf('documented', null))
    assert.equal(progressOf('suspended', null), 0)
  })

  test('an active link stays active until somebody moves it: a defect alone changes nothing', ({
    assert,
  }) => {
    assert.notInclude(nextStates('active', null), 'rework')
    assert.include(nextStates('active', null), 'testing')
  })
})

test.group('A device on its way into service', () => {
  test('goes from the box to the pilot only by being installed', ({ assert }) => {
    assert.notInclude(nextRollouts('delivered'), 'pilot')
    assert.include(nextRollouts('installed'), 'pilot')
    assert.include(nextRollouts('pilot'), 'live')
    assert.include(nextRollouts('live'), 'rma')
  })
})

test.group('Acceptance tests', () => {
  const limit = (code: string, capacity: number | null = 1000) =>
    limitsFor(capacity).find((one) => one.code === code)!

  test('compare each value with its limit', ({ assert }) => {
    const cases: [string, number | null, boolean | null][] = [
      ['rx_unit', -12.4, true],
      ['rx_unit', -24, true],
      ['rx_unit', -24.1, false],
      ['rx_unit', -2.9, false],
      ['speed', 1000, true],
      ['speed', 100, false],
      ['throughput_down', 899.9, false],
      ['latency', 10, true],
      ['latency', 10.1, false],
      ['loss', 0.1, true],
      ['loss', 0.11, false],
      ['mtu', 1499, false],
      ['failover', 0, false],
      ['latency', null, null],
    ]
    for (const [code, measured, expected] of cases)
      assert.equal(passes(limit(code), measured), expected, `${code} ${measured}`)
  })

  test('the throughput asked for follows the capacity of the contract', ({ assert }) => {
    assert.equal(limit('throughput_up', 300).value, 270)
    assert.equal(limit('speed', null).value, 1000)
  })

  test('are open while a required value is missing, failed by one bad value, passed without the optional one', ({
    assert,
  }) => {
    const good = { passed: true, required: true }
    assert.equal(verdict([good, { passed: null, required: true }]), 'open')
    assert.equal(verdict([good, { passed: null, required: false }]), 'passed')
    assert.equal(
      verdict([good, { passed: false, required: false }, { passed: null, required: true }]),
      'failed'
    )
  })

  test('lost probes are loss and never latency', ({ assert }) => {
    const minutes = [
      { minute: new Date(0), sent: 5, rtts: [1, 2, 1, 2, 1] },
      { minute: new Date(60_000), sent: 5, rtts: [3] },
    ]
    const quality = pathQuality(minutes)
    assert.equal(quality.minutes, 2)
    assert.equal(quality.loss, 40)
    assert.equal(quality.latency, 3)
    assert.equal(quality.jitter, 1)
  })

  test('without an answer there is no latency, and without probes no loss', ({ assert }) => {
    assert.deepInclude(pathQuality([{ minute: new Date(0), sent: 5, rtts: [] }]), {
      latency: null,
      jitter: null,
      loss: 100,
    })
    assert.deepInclude(pathQuality([]), { minutes: 0, latency: null, loss: null })
  })
})

test.group('The plan', () => {
  test('is counted by months, both cumulative, the future without an actual value', ({ assert }) => {
    const links = [
      { state: 'active' as const, plannedOn: '2020-01-10', activatedOn: '2020-02-01' },
      { state: 'planned' as const, plannedOn: '2020-04-30', activatedOn: null },
    ]
    assert.deepEqual(progressSeries(links, '2020-03-15'), [
      { month: '2020-01-01', planned: 1, active: 0 },
      { month: '2020-02-01', planned: 1, active: 1 },
      { month: '2020-03-01', planned: 1, active: 1 },
      { month: '2020-04-01', planned: 2, active: null },
    ])
  })

  test('ends with the last link when all are in service', ({ assert }) => {
    const all = [{ state: 'active' as const, plannedOn: '2019-12-01', activatedOn: '2020-01-05' }]
    assert.equal(progressSeries(all, '2026-11-24').at(-1)!.month, '2020-01-01')
    assert.deepEqual(progressSeries([], '2026-11-24'), [])
  })

  test('tells the delay of each link', ({ assert }) => {
    const link = (plannedOn: string | null, activatedOn: string | null) => ({
      state: 'planned' as const,
      plannedOn,
      activatedOn,
    })
    assert.equal(delayDays(link('2020-01-10', '2020-01-20'), '2020-06-01'), 10)
    assert.equal(delayDays(link('2020-01-10', '2020-01-05'), '2020-06-01'), -5)
    assert.equal(delayDays(link('2020-01-10', null), '2020-01-13'), 3)
    assert.equal(delayDays(link('2020-01-10', null), '2020-01-01'), 0)
    assert.isNull(delayDays(link(null, null), '2020-01-01'))
  })
})

test.group('Files about a link', () => {
  test('are known by their bytes, not by their name', ({ assert }) => {
    assert.equal(mediaType(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), 'image/jpeg')
    assert.equal(mediaType(Buffer.from('%PDF-1.7')), 'application/pdf')
    assert.isNull(mediaType(Buffer.from('<svg onload="x">')))
    assert.isNull(mediaType(Buffer.alloc(0)))
  })
})
