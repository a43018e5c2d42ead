import { test } from '@japa/runner'
import { Buckets } from '#ops/ingest/bucket'
import { Clocks } from '#ops/ingest/clocks'
import { Directory } from '#ops/ingest/directory'
import type { AttributedEvent } from '#ops/ingest/event'
import { Gaps } from '#ops/ingest/gaps'
import { Hints } from '#ops/ingest/hints'
import { dropsIn } from '#ops/ingest/kernel_drops'
import { plain, searchQuery, searchVector } from '#ops/ingest/search_text'
import { arrayText } from '#ops/ingest/store/array_text'
import { Storms } from '#ops/ingest/storms'

const sender = (deviceId: string, addresses: string[], serials: string[] = []) => ({
  ...{ tenantId: 1, deviceId, addresses, serials, community: null },
})

test.group('Whose message it is', () => {
  const directory = new Directory(
    [sender('a', ['10.0.0.1'], ['A']), sender('b', ['10.0.0.2'], ['B']), sender('new', ['10.0.0.3'])].concat([
      sender('x', ['10.0.0.9'], ['X']),
      sender('y', ['10.0.0.9'], ['Y']),
    ]),
    ['10.0.0.100']
  )
  const cases: [string, string | null, string][] = [
    ['10.0.0.1', 'A', 'a'],
    ['10.0.0.1', null, 'a'],
    ['10.0.0.1', 'B', 'foreign_serial'],
    ['10.0.0.1', 'Z', 'unknown_serial'],
    ['10.0.0.50', 'A', 'unknown_address'],
    ['10.0.0.50', null, 'unknown_source'],
    ['10.0.0.50', 'Z', 'unknown_serial'],
    ['10.0.0.3', 'Z', 'new'],
    ['10.0.0.3', null, 'new'],
    ['10.0.0.9', 'Y', 'y'],
    ['10.0.0.9', null, 'unknown_source'],
    ['10.0.0.100', 'B', 'b'],
    ['10.0.0.100', 'Z', 'unknown_serial'],
  ]
  for (const [source, serial, wanted] of cases) {
    test(`${source} with ${serial ?? 'no'} serial → ${wanted}`, ({ assert }) => {
      const found = directory.attribute({ source, serial })
      assert.equal(found.sender?.deviceId ?? found.reason, wanted)
    })
  }
})

const event = (seqno: bigint, receivedAt = 0): AttributedEvent =>
  ({ serial: 'A', seqno, type: 'THREAT', deviceId: 'a', tenantId: 1, receivedAt }) as AttributedEvent

test.group('Gaps in sequence numbers', () => {
  const gapsOf = (seqnos: bigint[], resume?: bigint) => {
    const gaps = new Gaps()
    if (resume !== undefined)
      gaps.resume([{ tenantId: 1, deviceId: 'a', serial: 'A', logType: 'THREAT', last: resume }])
    for (const seqno of seqnos) gaps.see(event(seqno))
    assertNothingYet(gaps)
    return gaps.takeSettled(20_000).map(({ first, last }) => [first, last])
  }
  const assertNothingYet = (gaps: Gaps) => {
    if (gaps.takeSettled(1000).length) throw new Error('a gap was told before it could close')
  }

  test('what never came is told, what was overtaken is not', ({ assert }) => {
    assert.deepEqual(gapsOf([1n, 2n, 3n]), [])
    assert.deepEqual(gapsOf([1n, 5n]), [[2n, 4n]])
    assert.deepEqual(gapsOf([1n, 3n, 2n]), [])
    assert.deepEqual(gapsOf([1n, 6n, 3n]), [
      [2n, 2n],
      [4n, 5n],
    ])
    assert.deepEqual(gapsOf([1n, 6n, 2n, 5n]), [[3n, 4n]])
    assert.deepEqual(gapsOf([5n, 5n, 4n]), [])
  })

  test('the first number and a new counter are beginnings, not gaps', ({ assert }) => {
    assert.deepEqual(gapsOf([900n]), [])
    assert.deepEqual(gapsOf([7_223_369_839_482_896_385n, 1n, 2n]), [])
    assert.deepEqual(gapsOf([14n], 10n), [[11n, 13n]])
  })
})

test.group('Limits', () => {
  test('a source has its rate, its burst, and no influence on others', ({ assert }) => {
    const buckets = new Buckets()
    const allowed = { perSecond: 10, burst: 5 }
    const taken = (source: string, at: number, n: number) =>
      Array.from({ length: n }, () => buckets.take(source, allowed, at)).filter(Boolean).length
    assert.equal(taken('a', 0, 9), 5)
    assert.equal(taken('b', 0, 9), 5)
    assert.equal(taken('a', 300, 9), 3)
    assert.equal(taken('a', 60_000, 99), 5)
    assert.equal(taken('a', 59_000, 99), 0, 'a clock that goes back gives nothing')
  })

  test('forged addresses do not grow the memory', ({ assert }) => {
    const buckets = new Buckets()
    for (let i = 0; i < 50_000; i++) buckets.take(`10.${i}`, { perSecond: 1, burst: 1 }, i)
    assert.isAtMost(buckets.size, 20_000)
  })

  test('a device is asked at once at most once in five seconds', ({ assert }) => {
    const hints = new Hints()
    assert.isTrue(hints.onHint('a', 0))
    assert.isFalse(hints.onHint('a', 10))
    assert.deepEqual(hints.take(), ['a'])
    assert.isFalse(hints.onHint('a', 4000))
    assert.isTrue(hints.onHint('a', 6000))
    for (let i = 0; i < 500; i++) hints.onHint(`d${i}`, 6000)
    assert.isAtMost(hints.take().length, 101)
  })

  test('a storm is one, counts all, and ends a minute after the last refusal', ({ assert }) => {
    const storms = new Storms()
    const a = sender('a', [])
    storms.see(a, false, 0)
    assert.lengthOf(storms.take(0).going, 0)
    storms.see(a, true, 10)
    for (let at = 20; at < 120; at++) storms.see(a, at % 2 === 0, at)
    assert.deepEqual(
      storms.take(200).going.map(({ count }) => count),
      [101]
    )
    storms.see(a, false, 50_000)
    assert.lengthOf(storms.take(60_000).going, 1)
    assert.lengthOf(storms.take(60_200).over, 1)
    assert.lengthOf(storms.take(60_200).going, 0)
  })

  test('one late message is no wrong clock, three are', ({ assert }) => {
    const clocks = new Clocks()
    const tell = (skewS: number) => {
      clocks.see({ ...event(1n, 1e12), deviceAt: 1e12 + skewS * 1000 })
      return clocks.takeChanged()[0]!
    }
    assert.isFalse(tell(-400).warns)
    assert.isFalse(tell(0).warns)
    assert.isFalse(tell(1).warns)
    for (let i = 0; i < 6; i++) tell(300)
    assert.deepInclude(tell(300), { warns: true, skewS: 300 })
    for (let i = 0; i < 9; i++) tell(5)
    assert.deepInclude(tell(5), { warns: false, skewS: 5 })
  })

  test('the kernel’s drops are read for our ports alone', ({ assert }) => {
    const text = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
  461: 0100007F:4082 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000        0 94127 2 0000000000000000 17
  462: 00000000:0044 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 94128 2 0000000000000000 5`
    assert.equal(dropsIn(text, [0x4082]), 17)
    assert.equal(dropsIn(text, [0x4082, 0x44]), 22)
    assert.equal(dropsIn('', [1]), 0)
  })
})

test.group('Words of an event', () => {
  test('Polish letters are found without their strokes', ({ assert }) => {
    assert.equal(plain('Zażółć GĘŚLĄ Jaźń'), 'zazolc gesla jazn')
    assert.equal(searchQuery('ŻÓŁW', { people: true }), `'zolw':*`)
  })

  test('addresses stay whole, names of hosts are found by their parts', ({ assert }) => {
    const vector = searchVector({
      message: '10.1.2.3 → zlo.example.com/a',
      fields: { port: 443 },
      people: [],
    })
    for (const word of ['10.1.2.3', 'zlo.example.com', 'example', '443'])
      assert.include(vector, `'${word}':1`)
    assert.notInclude(vector, `'10':1`)
    assert.equal(
      searchQuery('example.com 10.1', { people: true }),
      `('example.com':* | ('example':* & 'com':*)) & '10.1':*`
    )
    assert.isNull(searchQuery(`'&|!:*()`, { people: true }))
  })

  test('a name is found only by who may see names', ({ assert }) => {
    const vector = searchVector({
      message: 'login of jan.k ok',
      fields: { srcUser: 'jan.k' },
      people: ['jan.k'],
    })
    assert.include(vector, `'jan.k':1A`)
    assert.notInclude(vector, `'jan.k':1 `)
    assert.include(vector, `'login':1`)
    assert.equal(searchQuery('jan', { people: false }), `'jan':*D`)
  })

  test('arrays are written as PostgreSQL reads them', ({ assert }) => {
    assert.equal(
      arrayText(['a', null, 'b"c\\', '', 5n, true, '{x,y}']),
      '{"a",NULL,"b\\"c\\\\","",5,true,"{x,y}"}'
    )
  })
})
