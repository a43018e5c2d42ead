import { test } from '@japa/runner'
import { trapEvent } from '#ops/ingest/traps/event'
import { acknowledgement, parseNotification, versionOf } from '#ops/ingest/traps/message'
import { encodeTrap, panTrap } from '#ops/simulator/traps/trap'

const read = (bytes: Buffer) => trapEvent(parseNotification(bytes)!, '10.0.0.1', 0, 'Europe/Warsaw')

test.group('Traps', () => {
  const pan = {
    ...{ serial: '012801000042', at: new Date('2026-11-24T10:59:58Z'), severity: 5, number: 602 },
    ...{ eventId: 'general', description: 'System is shutting down' },
  }

  test('PAN-TRAPS of the old and the new layout say the same, whatever their order', ({ assert }) => {
    const [old, fresh, shuffled] = [
      read(encodeTrap('symulator', panTrap({ ...pan, layout: 'old' }))),
      read(encodeTrap('symulator', panTrap({ ...pan, layout: 'new' }))),
      read(
        encodeTrap('symulator', {
          ...panTrap({ ...pan, layout: 'new' }),
          values: panTrap({ ...pan, layout: 'new' }).values.reverse(),
        })
      ),
    ]
    for (const event of [old, fresh, shuffled]) {
      assert.deepInclude(event, { serial: pan.serial, severity: 3, hint: true, message: pan.description })
      assert.equal(event!.subtype, 'panGeneralSystemShutdownTrap')
      assert.equal(event!.deviceAt, pan.at.getTime())
    }
  })

  const generic: [number, string][] = [
    [1, 'coldStart'],
    [2, 'warmStart'],
    [3, 'linkDown'],
    [4, 'linkUp'],
    [5, 'authenticationFailure'],
  ]
  for (const [number, name] of generic) {
    test(`${name} asks for a poll`, ({ assert }) => {
      const event = read(encodeTrap('c', { oid: `1.3.6.1.6.3.1.1.5.${number}`, values: [] }))
      assert.deepInclude(event, { subtype: name, hint: true, serial: null })
    })
  }

  test('what MikroTik sends has its name, what nobody knows keeps its number', ({ assert }) => {
    assert.equal(
      read(encodeTrap('c', { oid: '1.3.6.1.4.1.14988.1.1.9.0.2', values: [] })).subtype,
      'mtxrTemperatureException'
    )
    assert.equal(
      read(encodeTrap('c', { oid: '1.3.6.1.4.1.9999.1', values: [] })).subtype,
      '1.3.6.1.4.1.9999.1'
    )
  })

  test('an inform is acknowledged with its own message', ({ assert }) => {
    const inform = encodeTrap('c', { oid: '1.3.6.1.6.3.1.1.5.1', values: [] }, { inform: true, id: 4711 })
    const answer = acknowledgement(inform)
    assert.isTrue(parseNotification(inform)!.inform)
    assert.isNull(parseNotification(answer))
    assert.equal(answer.length, inform.length)
    assert.deepEqual(
      [...answer].filter((byte, i) => byte !== inform[i]),
      [0xa2]
    )
  })

  test('what is no notification is none', ({ assert }) => {
    const good = encodeTrap('c', { oid: '1.3.6.1.6.3.1.1.5.1', values: [] })
    for (let length = 0; length < good.length; length++)
      assert.isNull(parseNotification(good.subarray(0, length)))
    for (const hex of ['', '30', '3082', '308200', '30800000', '47', '3084ffffffff00', '30030201ff']) {
      assert.isNull(parseNotification(Buffer.from(hex, 'hex')), hex)
    }
    assert.isNull(versionOf(Buffer.from('308f', 'hex')))
  })
})
