import { test } from '@japa/runner'
import { wordsOf } from '#ops/probes/routeros/commands'
import { flag, number, octets, power, rate, roundTrip, uptime } from '#ops/probes/routeros/values'
import { decodeText, encodeWord, SentenceReader } from '#ops/probes/routeros/words'
import { lengthOf, sentence } from '#ops/simulator/routeros/words'
import { chance } from '#ops/simulator/random'

const FUZZ = Number(process.env.OPS_FUZZ ?? 2000)

test.group('What a router writes', () => {
  test('yes and no in both spellings', ({ assert }) => {
    assert.deepEqual(['true', 'yes', 'false', 'no', '', undefined].map(flag), [
      true,
      true,
      false,
      false,
      null,
      null,
    ])
  })

  test('numbers with and without unit', ({ assert }) => {
    const cases = { '-1.203': -1.203, '-1.203dBm': -1.203, '48C': 48, '3%': 3, '1310nm': 1310, '0': 0 }
    for (const [text, value] of Object.entries(cases)) assert.equal(number(text), value, text)
    for (const text of ['', 'none', '1.2.3', '-', '1 2', undefined]) assert.isNull(number(text))
  })

  test('byte counts beyond 2^53 keep every octet', ({ assert }) => {
    assert.equal(octets('18446744073709551615'), 18446744073709551615n)
    assert.isNull(octets('-1'))
    assert.isNull(octets('1e9'))
  })

  test('uptime and round trips', ({ assert }) => {
    assert.equal(uptime('1w2d3h4m5s'), 788_645)
    assert.equal(uptime('2d03:04:05'), 183_845)
    assert.equal(uptime('5s'), 5)
    assert.equal(roundTrip('1ms250us'), 1.25)
    assert.equal(roundTrip('850us'), 0.85)
    assert.equal(roundTrip('1s20ms'), 1020)
    assert.equal(roundTrip('12'), 12)
    for (const text of ['', 'timeout', '1x', undefined]) assert.isNull(roundTrip(text))
    for (const text of ['', 'never', undefined]) assert.isNull(uptime(text))
  })

  test('rates, and light that is no measurement', ({ assert }) => {
    assert.deepEqual(['1Gbps', '100Mbps', '2.5Gbps', '10G', undefined].map(rate), [
      1000,
      100,
      2500,
      null,
      null,
    ])
    assert.deepEqual(['-7.1dBm', '0', '-40dBm', '-inf', undefined].map(power), [-7.1, null, null, null, null])
  })

  test('comments in UTF-8 and in windows-1252', ({ assert }) => {
    assert.equal(decodeText(Buffer.from('Łącze – szkoła')), 'Łącze – szkoła')
    assert.equal(decodeText(Buffer.from([0x63, 0x61, 0x66, 0xe9])), 'café')
  })
})

test.group('What may be asked of a router', () => {
  test('only reading verbs leave the house, and always with the wanted fields', ({ assert }) => {
    assert.deepEqual(wordsOf({ path: '/ping', args: { count: '5' }, fields: ['time'] }), [
      '/ping',
      '=count=5',
      '=.proplist=time',
    ])
    for (const path of [
      '/system/reboot',
      '/interface/set',
      '/tool/bandwidth-test',
      '/tool/torch',
      '/ip/address/add',
      '#',
      '/x/print\n',
      '/quit',
      'print',
    ])
      assert.throws(() => wordsOf({ path, fields: ['name'] }), /Not a question/)
    assert.throws(() => wordsOf({ path: '/interface/print', fields: [] }), /fields/)
  })
})

test.group('Words on the wire', () => {
  test('every length prefix, as another implementation writes it', ({ assert }) => {
    for (const length of [1, 127, 128, 16_383, 16_384, 65_536]) {
      const word = 'x'.repeat(length)
      assert.isTrue(encodeWord(word).subarray(0, -length).equals(lengthOf(length)), String(length))
      assert.deepEqual(new SentenceReader().take(sentence(['!re', word])), [['!re', word]])
    }
  })

  test('sentences come whole however the bytes were cut', ({ assert }) => {
    const wanted = [
      ['!re', '=name=ether1', `=comment=${'ż'.repeat(200)}`, '.tag=a'],
      ['!done', '.tag=a'],
    ]
    const bytes = Buffer.concat(wanted.map((words) => sentence(words)))
    for (const size of [1, 2, 3, 7, 100, 10_000]) {
      const reader = new SentenceReader()
      const seen = []
      for (let at = 0; at < bytes.length; at += size) seen.push(...reader.take(bytes.subarray(at, at + size)))
      assert.deepEqual(seen, wanted, `in pieces of ${size}`)
    }
  })

  test('reserved and absurd lengths are refused at once', ({ assert }) => {
    for (const hex of ['054854545021', '48', 'f8', 'ff', 'f0ffffffff', 'e0ffffff']) {
      assert.throws(() => new SentenceReader().take(Buffer.from(hex, 'hex')), RangeError)
    }
    assert.throws(
      () => new SentenceReader().take(Buffer.concat(Array(600).fill(Buffer.from('0178', 'hex')))),
      RangeError
    )
  })

  test('mutated bytes are read or refused, never anything else', ({ assert }) => {
    const whole = Buffer.concat([
      sentence(['!re', '=name=sfp1', '=rx-byte=123', '.tag=x']),
      sentence(['!done', '.tag=x']),
    ])
    let slowest = 0
    for (let i = 0; i < FUZZ; i++) {
      const bytes = Buffer.from(whole)
      for (let k = 0; k < 4; k++)
        bytes[Math.floor(chance('at', i, k) * bytes.length)] = Math.floor(chance('to', i, k) * 256)
      const began = performance.now()
      try {
        new SentenceReader().take(bytes.subarray(0, Math.floor(chance('cut', i) * bytes.length) + 1))
      } catch (error) {
        assert.instanceOf(error, RangeError)
      }
      slowest = Math.max(slowest, performance.now() - began)
    }
    assert.isBelow(slowest, 50)
  })
})
