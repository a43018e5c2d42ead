import { test } from '@japa/runner'
import { element, encodeValue, integer, integerBytes, oidBytes, oidOf, tlv } from '#ops/simulator/ber'
import { SimulatedDevice } from '#ops/simulator/device'
import { faultCommand, seededFaults } from '#ops/simulator/faults'
import { compare } from '#ops/simulator/snmp/mib/table'
import { mibOf } from '#ops/simulator/snmp/mib/mib_of'
import { parseRequest } from '#ops/simulator/snmp/message'
import { shiftedClock } from '#ops/simulator/shifted_clock'
import { activity, localMinute } from '#ops/simulator/traffic'

const WEDNESDAY = Date.parse('2026-03-04T09:00:00Z')

test.group('A played school', () => {
  test('is busy in lessons, busier in breaks, quiet at night and at weekends', ({ assert }) => {
    const lesson = activity(8 * 60 + 20, false)
    assert.isAbove(activity(8 * 60 + 50, false), lesson)
    assert.isBelow(activity(2 * 60, false), lesson / 10)
    assert.isBelow(activity(10 * 60, true), lesson / 5)
  })

  test('lives by Warsaw time, and at another hour when told so', ({ assert }) => {
    assert.deepEqual(localMinute(WEDNESDAY), { minute: 600, weekend: false })
    const clock = shiftedClock('10:20')!
    assert.closeTo(localMinute(clock()).minute, 620, 1)
    assert.isUndefined(shiftedClock('morning'))
  })

  test('does the same on every run', ({ assert }) => {
    const [one, other] = [0, 1].map(() => new SimulatedDevice('sp-1/edge', 'PA-220', () => WEDNESDAY))
    assert.equal(one.sessions, other.sessions)
    assert.equal(one.octets('in'), other.octets('in'))
    assert.equal(one.serial, other.serial)
  })

  test('counts the same octets however often it is asked', ({ assert }) => {
    let now = WEDNESDAY
    const [often, once] = [0, 1].map(() => new SimulatedDevice('sp-1/edge', 'PA-440', () => now))
    for (let i = 0; i < 60; i++) {
      now += 1000
      often.octets('in')
    }
    assert.isBelow(Math.abs(Number(often.octets('in') - once.octets('in'))), 60, 'rounding only')
  })

  test('starts anew after a reboot', ({ assert }) => {
    const device = new SimulatedDevice('sp-1/edge', 'PA-440', () => WEDNESDAY)
    assert.isAbove(device.uptime, 3 * 86400 * 100 - 1)
    device.happen('reboot')
    assert.equal(device.uptime, 0)
    assert.equal(device.boots, 2)
  })

  test('four of ninety-one begin with a fault, always the same ones', ({ assert }) => {
    const keys = Array.from({ length: 91 }, (_, i) => `sp-${i}/edge`)
    assert.equal(seededFaults(keys).size, 4)
    assert.deepEqual(seededFaults(keys), seededFaults(keys))
    assert.equal(seededFaults(keys.slice(0, 3)).size, 0, 'a handful of devices stays whole')
  })

  test('only known faults are taken', ({ assert }) => {
    assert.deepEqual(faultCommand({ fault: 'stopped' }), { fault: 'stopped', value: true })
    assert.deepEqual(faultCommand({ fault: 'slowMs', value: 90 }), { fault: 'slowMs', value: 90 })
    assert.isNull(faultCommand({ fault: 'explode' }))
    assert.isNull(faultCommand('stopped'))
    assert.isNull(faultCommand({ fault: 'constructor' }))
  })
})

test.group('What it writes on the wire', () => {
  test('numbers of every size keep their sign', ({ assert }) => {
    for (const value of [0n, 1n, 127n, 128n, 255n, 256n, -1n, -128n, -129n, 2n ** 63n]) {
      const bytes = integerBytes(value)
      assert.equal(BigInt.asIntN(bytes.length * 8, BigInt(`0x${bytes.toString('hex')}`)), value)
    }
    assert.deepEqual([...encodeValue(integer(-1000))], [2, 2, 0xfc, 0x18])
  })

  test('object names and long bodies come back as they were', ({ assert }) => {
    const oid = '1.3.6.1.4.1.25461.2.1.2.3.1.0'
    assert.equal(oidOf(oidBytes(oid)), oid)
    for (const length of [0, 127, 128, 255, 256, 1400]) {
      assert.lengthOf(element(tlv(0x04, Buffer.alloc(length))).body, length)
    }
  })

  test('rubbish is not a question', ({ assert }) => {
    for (const hex of ['', '30', '3082ffff', '300502010104', '47']) {
      assert.isNull(parseRequest(Buffer.from(hex, 'hex')), hex)
    }
  })

  test('its objects are in the order in which they are walked', ({ assert }) => {
    const mib = mibOf(new SimulatedDevice('sp-1/edge', 'PA-440')).sorted
    assert.isTrue(mib.every((entry, i) => i === 0 || compare(mib[i - 1].parts, entry.parts) < 0))
  })
})
