import { test } from '@japa/runner'
import { bigAt, decode, numberAt, signed, text, textAt, unsigned } from '#ops/probes/snmp/decode'
import { modelOf, type Learnt } from '#ops/probes/snmp/discovery'
import { kindOf } from '#ops/probes/snmp/errors'
import { decodeReading, questions, watched } from '#ops/probes/snmp/reading'
import { isAfter } from '#ops/probes/snmp/asker'
import type { SnmpValue } from '#ops/probes/snmp/transport'
import { seal, unseal } from '#ops/inventory/sealing'

const raw = (type: number, hex: string, value: unknown = null) => ({
  type,
  value,
  valueRaw: Buffer.from(hex, 'hex'),
})

const LEARNT: Learnt = {
  descr: null,
  objectId: null,
  name: null,
  model: null,
  serial: null,
  software: null,
  appVersion: null,
  avVersion: null,
  threatVersion: null,
  haState: null,
  interfaces: [
    { index: '1', name: 'mgmt', alias: null, speedMbps: 1000, wide: true, up: true },
    { index: '2', name: 'ethernet1/1', alias: null, speedMbps: 1000, wide: true, up: false },
    { index: '3', name: 'ethernet1/2', alias: null, speedMbps: 1000, wide: false, up: true },
    { index: '4', name: 'loopback', alias: null, speedMbps: 0, wide: false, up: true },
  ],
  processors: ['1', '2'],
  pan: [],
  optical: null,
}

test.group('Values of an agent', () => {
  test('64-bit counters stay exact above 2^53 and 2^63', ({ assert }) => {
    assert.deepEqual(decode(raw(0x46, '00ffffffffffffffff')), { type: 'counter64', value: 2n ** 64n - 1n })
    assert.equal(unsigned(Buffer.from('20000000000001', 'hex')), 2n ** 53n + 1n)
  })

  test('integers have a sign, gauges have none', ({ assert }) => {
    assert.equal(signed(Buffer.from('ff', 'hex')), -1n)
    assert.deepEqual(decode(raw(0x02, 'fc18')), { type: 'integer', value: -1000n })
    assert.deepEqual(decode(raw(0x42, 'fc18')), { type: 'gauge', value: 64_536n })
  })

  test('the three ways to say "no such thing" are absent, not text', ({ assert }) => {
    for (const type of [0x80, 0x81, 0x82, 0x05, 0x47]) {
      assert.deepEqual(decode(raw(type, '', 'noSuchObject')), { type: 'absent' })
    }
  })

  test('text survives trailing zeros and Latin-1', ({ assert }) => {
    assert.equal(text(Buffer.from('Szkoła\0\0')), 'Szkoła')
    assert.equal(text(Buffer.from([0x53, 0xf3])), 'Só')
  })

  test('reading a value of another kind gives null', ({ assert }) => {
    const values = new Map<string, SnmpValue>([
      ['1', { type: 'absent' }],
      ['2', { type: 'bytes', value: Buffer.from('7') }],
      ['3', { type: 'gauge', value: 7n }],
    ])
    assert.isNull(numberAt(values, '1'))
    assert.isNull(bigAt(values, '2'))
    assert.equal(numberAt(values, '3'), 7)
    assert.equal(textAt(values, '2'), '7')
    assert.isNull(textAt(values, '3'))
    assert.isNull(numberAt(values, 'not asked'))
  })

  test('OIDs are ordered by number, not by letter', ({ assert }) => {
    assert.isTrue(isAfter('1.3.10', '1.3.9'))
    assert.isTrue(isAfter('1.3.9.1', '1.3.9'))
    assert.isFalse(isAfter('1.3.9', '1.3.9'))
  })

  test('error words become the kinds that are shown apart', ({ assert }) => {
    assert.equal(kindOf('Timeout'), 'no_answer')
    assert.equal(kindOf('AuthorizationError'), 'authentication')
    assert.equal(kindOf('GenErr'), 'refused')
  })

  test('the model is read from the description', ({ assert }) => {
    assert.equal(modelOf('Palo Alto Networks PA-440 series firewall'), 'PA-440')
    assert.isNull(modelOf('Linux router'))
  })
})

test.group('One poll', () => {
  test('the uplink is asked first even while it is down, loopback never', ({ assert }) => {
    assert.deepEqual(
      watched(LEARNT, 'ethernet1/1').map((one) => one.name),
      ['ethernet1/1', 'mgmt', 'ethernet1/2']
    )
  })

  test('32-bit counters are asked only where there are no others', ({ assert }) => {
    const oids = questions(LEARNT, watched(LEARNT, 'ethernet1/1'))
    assert.include(oids, '1.3.6.1.2.1.31.1.1.1.6.2')
    assert.include(oids, '1.3.6.1.2.1.2.2.1.10.3')
  })

  test('values that are missing are null and never zero', ({ assert }) => {
    const reading = decodeReading(new Map(), LEARNT, watched(LEARNT, 'ethernet1/1'), 5, 1)
    assert.isNull(reading.uptime)
    assert.isNull(reading.sessions)
    assert.isNull(reading.interfaces[0].in)
    assert.isNull(reading.interfaces[0].up)
  })

  test('an empty cage has no optical power instead of 0 dBm', ({ assert }) => {
    const learnt = { ...LEARNT, optical: { index: '20', digits: 2 } }
    const at = (value: bigint) =>
      decodeReading(new Map([['1.3.6.1.2.1.99.1.1.1.4.20', { type: 'integer', value }]]), learnt, [], 5, 1)
        .rxDbm
    assert.equal(at(-1187n), -11.87)
    assert.isNull(at(0n))
  })
})

test.group('Credentials of a device', () => {
  const key = Buffer.alloc(32, 7)
  const place = { tenantId: 3, deviceId: 'edge', field: 'community' }

  test('what was sealed can be opened in its place only', ({ assert }) => {
    const sealed = seal(key, place, 'tajne')
    assert.equal(unseal(key, place, sealed), 'tajne')
    assert.isFalse(sealed.includes('tajne'))
    assert.throws(
      () => unseal(key, { ...place, tenantId: 4 }, sealed),
      'A stored credential cannot be opened'
    )
    assert.throws(() => unseal(Buffer.alloc(32, 8), place, sealed), 'A stored credential cannot be opened')
  })
})
