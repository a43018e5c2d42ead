import { test } from '@japa/runner'
import { admit, CLOSED, isBroken, record, type Breaker } from '../../../app/bus/breaker.ts'
import { defineEvent } from '../../../app/bus/define_event.ts'
import { parseEnvelope } from '../../../app/bus/envelope.ts'
import { EventRefused } from '../../../app/bus/errors.ts'
import { BACKOFF, describe, judge, retryDelay } from '../../../app/bus/retry.ts'

const none = () => 0.5

test.group('Waiting for a finance system that is down', () => {
  test('B1: eleven waits from 5 s to the cap of 900 s make 3 975 s', ({ assert }) => {
    const waits = Array.from({ length: 11 }, (_, index) => retryDelay(index + 1, BACKOFF, none))
    assert.deepEqual(waits, [5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900])
    assert.equal(
      waits.reduce((sum, each) => sum + each),
      3975
    )
  })

  test('schools do not all come back in the same second', ({ assert }) => {
    assert.equal(
      retryDelay(1, BACKOFF, () => 0),
      4
    )
    assert.closeTo(
      retryDelay(1, BACKOFF, () => 0.999999),
      6,
      0.001
    )
  })

  test('a busy or broken partner is asked again, a clear no is final', ({ assert }) => {
    for (const status of [408, 425, 429, 500, 503]) assert.equal(judge({ status }).kind, 'retry')
    assert.equal(judge({ code: '40001' }).kind, 'retry')
    for (const status of [400, 401, 403, 404, 409, 422]) assert.equal(judge({ status }).kind, 'final')
    assert.deepInclude(judge(new EventRefused('unbalanced', 'x')), { kind: 'final', reason: 'unbalanced' })
  })

  test('a PESEL in an error never reaches a log', ({ assert }) => {
    assert.equal(describe(new Error('no pupil 44051401359 here')), 'no pupil *** here')
  })
})

test.group('A partner that keeps failing is left alone', () => {
  const failing = (times: number) =>
    Array.from({ length: times }).reduce<Breaker>(
      (breaker, _, index) => record(breaker, false, index * 1000),
      CLOSED
    )

  test('ten failures in a minute open the circuit, nine do not', ({ assert }) => {
    assert.equal(failing(9).state, 'closed')
    assert.equal(failing(10).state, 'open')
    assert.isFalse(admit(failing(10), 10_000).allowed)
  })

  test('failures older than a minute are forgotten', ({ assert }) => {
    assert.equal(record(failing(9), false, 69_000).state, 'closed')
  })

  test('after half a minute one probe goes out, and its answer decides', ({ assert }) => {
    const probe = admit(failing(10), 39_000)
    assert.isTrue(probe.allowed)
    assert.isFalse(admit(probe.breaker, 40_000).allowed)
    assert.equal(record(probe.breaker, true, 40_000).state, 'closed')
    assert.equal(record(probe.breaker, false, 40_000).state, 'open')
  })

  test('a quarter of an hour without coming back is broken', ({ assert }) => {
    assert.isFalse(isBroken(failing(10), 9_000 + 15 * 60_000))
    assert.isTrue(isBroken(failing(10), 9_001 + 15 * 60_000))
  })
})

test.group('What a publisher may say', () => {
  const left = defineEvent({
    type: 'secretariat.pupil.left',
    version: 1,
    schema: {
      type: 'object',
      required: ['pupilId'],
      properties: { pupilId: { type: 'string', format: 'uuid' }, fee: { type: 'string', format: 'decimal' } },
      additionalProperties: false,
    },
  })
  const pupilId = '019dd3f7-4dc0-7c44-9d1e-2f6a7b8c9d01'

  test('an event without its area, aggregate and fact is refused at start', ({ assert }) => {
    assert.throws(() => defineEvent({ type: 'PupilLeft', version: 1, schema: {} }), /area\.aggregate\.fact/)
    assert.throws(() => defineEvent({ type: 'a.b.c', version: 1, schema: { type: 'txet' } }), /Schema of/)
  })

  test('money is text with two decimals, never a float', ({ assert }) => {
    assert.throws(() => left.check({ pupilId, fee: 12.5 }), /must be string/)
    assert.throws(() => left.check({ pupilId, fee: '12.5' }), /decimal/)
    assert.doesNotThrow(() => left.check({ pupilId, fee: '12.50' }))
  })

  test('a problem names the field and keeps its value to itself', ({ assert }) => {
    assert.throws(() => left.check({ pupilId: '44051401359' }), /^(?!.*44051401359).*\/pupilId/)
  })

  test('B9: a consumer passes over a field it does not know', ({ assert }) => {
    assert.throws(() => left.check({ pupilId, reason: 'moved' }))
    assert.doesNotThrow(() => left.accept({ pupilId, reason: 'moved' }))
  })

  test('an envelope from outside needs an id, a type of the city and a clock that is right', ({ assert }) => {
    const now = new Date('2026-04-28T12:00:00Z')
    const envelope = {
      specversion: '1.0',
      id: pupilId,
      type: left.fullType,
      source: '/units/sp-21/secretariat',
      time: now.toISOString(),
      tenantid: 'sp-21',
      correlationid: 'c',
      partitionkey: 'pupil/1',
      data: {},
    }
    assert.equal(parseEnvelope(JSON.stringify(envelope), now).tenantid, 'sp-21')
    for (const wrong of [
      { id: 'x' },
      { type: 'x.y.z' },
      { time: '2026-04-28T12:05:01Z' },
      { tenantid: '' },
      { trace_id: '1' },
    ])
      assert.throws(() => parseEnvelope({ ...envelope, ...wrong }, now), /missing or wrong/)
    assert.throws(() => parseEnvelope('[]', now), /JSON object/)
  })
})
