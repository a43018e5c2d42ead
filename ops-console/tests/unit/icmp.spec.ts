import { test } from '@japa/runner'
import { fping, isTarget, NotMeasured } from '#ops/probes/icmp/fping'
import { parseFping } from '#ops/probes/icmp/fping_output'
import { collectProbeGroups } from '#ops/probes/icmp/groups'
import { openIcmpProbe } from '#ops/probes/icmp/probe'
import { SharedPing } from '#ops/probes/icmp/shared'

const QUICK = { count: 3, periodMs: 20, timeoutMs: 300 }
const can = await fping(['127.0.0.1'], QUICK).then(
  () => true,
  () => false
)
/** Of the block that no network carries (RFC 1112, class E). */
const NOBODY = '240.0.0.77'

test.group('The report of fping', () => {
  const cases: [string, string, [string, (number | null)[]][]][] = [
    ['all came', '127.0.0.1 : 0.05 0.06 0.041\n', [['127.0.0.1', [0.05, 0.06, 0.041]]]],
    [
      'padded names',
      '10.1.2.3     : 12 - 1.5\n10.100.2.33  : - - -',
      [
        ['10.1.2.3', [12, null, 1.5]],
        ['10.100.2.33', [null, null, null]],
      ],
    ],
    ['one ping', 'a.example.com : 3.21', [['a.example.com', [3.21]]]],
    ['IPv6', '2001:db8::1 : 0.5 -', [['2001:db8::1', [0.5, null]]]],
    [
      'unreachable',
      'ICMP Host Unreachable from 10.0.0.1 for ICMP Echo sent to 10.0.0.9\n10.0.0.9 : - -',
      [['10.0.0.9', [null, null]]],
    ],
    ['unknown name', 'nosuch.invalid: Name or service not known\n', []],
    [
      'duplicates',
      '10.0.0.1 : duplicate for [0], 64 bytes, 0.05 ms\n10.0.0.1 : 0.1 0.2',
      [['10.0.0.1', [0.1, 0.2]]],
    ],
    ['named twice', '10.0.0.1 : 0.1\n10.0.0.1 : 9', [['10.0.0.1', [0.1]]]],
    ['Windows ends', '10.0.0.1 : 0.1 -\r\n', [['10.0.0.1', [0.1, null]]]],
    ['nothing', '', []],
    ['noise', ' : 0.1\n10.0.0.1 : \n10.0.0.1 : abc\n10.0.0.1 0.1', []],
  ]
  for (const [title, output, wanted] of cases) {
    test(title, ({ assert }) => assert.deepEqual([...parseFping(output)], wanted))
  }

  test('only an address or a name reaches the command line', ({ assert }) => {
    for (const host of ['10.0.0.1', 'fe80::1', '::1', 'fw.sp-12.lublin.pl'])
      assert.isTrue(isTarget(host), host)
    for (const host of ['-f', '--file=/etc/passwd', '', 'a b', 'a;b', '$(x)'])
      assert.isFalse(isTarget(host), host)
  })
})

test.group('ICMP', (group) => {
  group.tap((each) => each.timeout(30_000))

  test('an address of the field answers, one of nobody does not', async ({ assert }) => {
    const ping = new SharedPing(QUICK, undefined, 25)
    const [near, far] = await Promise.allSettled([
      openIcmpProbe({ host: '127.91.203.7', ping }).ask(AbortSignal.timeout(10_000)),
      openIcmpProbe({ host: NOBODY, ping }).ask(AbortSignal.timeout(10_000)),
    ])
    assert.equal(near.status, 'fulfilled')
    const { values } = (near as PromiseFulfilledResult<{ values: Record<string, number> }>).value
    assert.equal(values.lossPercent, 0)
    assert.isAbove(values.pingMs!, 0)
    assert.deepInclude((far as PromiseRejectedResult).reason, { kind: 'no_answer' })
  }).skip(!can, 'this machine cannot ping')

  test('a group of five tells what was sent and every round trip', async ({ assert }) => {
    const targets = [
      { deviceId: 'a', host: '127.91.203.8' },
      { deviceId: 'b', host: NOBODY },
      { deviceId: 'c', host: '-option' },
    ]
    const groups = await collectProbeGroups(targets, {
      ping: { count: 5, periodMs: 20, timeoutMs: 300 },
      now: Date.parse('2026-11-24T11:59:58Z'),
    })
    assert.deepEqual(
      groups.map(({ deviceId, sent, rtts, minute }) => [deviceId, sent, rtts.length, minute.toISOString()]),
      [
        ['a', 5, 5, '2026-11-24T11:59:00.000Z'],
        ['b', 5, 0, '2026-11-24T11:59:00.000Z'],
      ]
    )
  }).skip(!can, 'this machine cannot ping')

  test('all targets of a cycle share one process', async ({ assert }) => {
    const runs: string[][] = []
    const ping = new SharedPing(
      QUICK,
      async (hosts) => {
        runs.push([...hosts])
        return new Map(hosts.map((host) => [host, [1, 3, null]]))
      },
      25
    )
    const answers = await Promise.all(
      ['10.0.0.1', '10.0.0.2'].map((host) => openIcmpProbe({ host, ping }).ask(AbortSignal.timeout(5000)))
    )
    assert.deepEqual(runs, [['10.0.0.1', '10.0.0.2']])
    assert.equal(answers[0]!.values.pingMs, 2)
    assert.closeTo(answers[0]!.values.lossPercent!, 33.3, 0.1)
  })

  test('a machine that cannot ping says so once and measures nothing', async ({ assert }) => {
    const told: string[] = []
    const ping = new SharedPing(QUICK, async () => {
      throw new NotMeasured('fping cannot be run: ENOENT')
    })
    const probe = openIcmpProbe({ host: '10.0.0.1', ping, warn: (message) => told.push(message) })
    for (let i = 0; i < 2; i++) {
      const { values } = await probe.ask(AbortSignal.timeout(5000))
      assert.deepEqual(values, { pingMs: null, lossPercent: null })
    }
    assert.lengthOf(told, 1)
  })

  test('out of time is no answer', async ({ assert }) => {
    const ping = new SharedPing(QUICK, () => new Promise(() => {}))
    const error = await openIcmpProbe({ host: '10.0.0.1', ping })
      .ask(AbortSignal.timeout(30))
      .catch((thrown) => thrown)
    assert.equal(error.kind, 'no_answer')
  })
})
