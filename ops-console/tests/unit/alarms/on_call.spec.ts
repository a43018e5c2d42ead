import { test } from '@japa/runner'
import { calendarFile } from '#ops/alarms/calendar_file'
import { onCallAt, shifts, turnStart, type Override, type Rota } from '#ops/alarms/on_call'

const rota: Rota = {
  ...{ id: 'rota', name: 'Dyżur IT, miasto', startsOn: '2026-03-02', handover: '08:00', days: 7 },
  contactIds: ['anna', 'jan', 'ola'],
}
const at = (text: string) => new Date(text)
const override = (change: Partial<Override>): Override => ({
  ...{ id: 'o', contactId: 'ola', kind: 'override', reason: 'Urlop' },
  ...{ startsAt: at('2026-03-03T08:00:00+01:00'), endsAt: at('2026-03-04T08:00:00+01:00') },
  ...change,
})

test.group('On call', () => {
  test('{time}: {who}')
    .with([
      { time: '2026-03-02T07:59:00+01:00', who: null },
      { time: '2026-03-02T08:00:00+01:00', who: 'anna' },
      { time: '2026-03-09T07:59:59+01:00', who: 'anna' },
      { time: '2026-03-09T08:00:00+01:00', who: 'jan' },
      { time: '2026-03-16T08:00:00+01:00', who: 'ola' },
      { time: '2026-03-23T08:00:00+01:00', who: 'anna' },
      // Clocks go forward on 29 March: the handover stays at eight.
      { time: '2026-03-30T07:59:00+02:00', who: 'anna' },
      { time: '2026-03-30T08:00:00+02:00', who: 'jan' },
      // And back on 25 October: 34 weeks after the beginning.
      { time: '2026-10-26T07:59:00+01:00', who: 'anna' },
      { time: '2026-10-26T08:00:00+01:00', who: 'jan' },
    ])
    .run(({ assert }, { time, who }) => {
      assert.equal(onCallAt(rota, [], at(time)), who)
    })

  test('turns are 167 and 169 hours long where clocks change', ({ assert }) => {
    const hours = (turn: number) =>
      (turnStart(rota, turn + 1).getTime() - turnStart(rota, turn).getTime()) / 3_600_000
    assert.deepEqual([hours(2), hours(3), hours(33)], [168, 167, 169])
  })

  test('an empty rota names nobody', ({ assert }) => {
    assert.isNull(onCallAt({ ...rota, contactIds: [] }, [], at('2026-03-10T12:00:00Z')))
  })

  test('who takes over does so for that time only, and the one entered last counts', ({ assert }) => {
    const both = [override({}), override({ id: 'p', contactId: 'jan' })]
    assert.equal(onCallAt(rota, [override({})], at('2026-03-03T07:59:00+01:00')), 'anna')
    assert.equal(onCallAt(rota, [override({})], at('2026-03-03T08:00:00+01:00')), 'ola')
    assert.equal(onCallAt(rota, [override({})], at('2026-03-04T08:00:00+01:00')), 'anna')
    assert.equal(onCallAt(rota, both, at('2026-03-03T12:00:00+01:00')), 'jan')
  })

  test('the calendar has no gaps and shows the turn cut by whoever takes over', ({ assert }) => {
    const duty = shifts(
      rota,
      [override({})],
      at('2026-03-02T12:00:00+01:00'),
      at('2026-03-12T12:00:00+01:00')
    )
    assert.deepEqual(
      duty.map(({ contactId, from }) => [contactId, from.toISOString()]),
      [
        ['anna', '2026-03-02T11:00:00.000Z'],
        ['ola', '2026-03-03T07:00:00.000Z'],
        ['anna', '2026-03-04T07:00:00.000Z'],
        ['jan', '2026-03-09T07:00:00.000Z'],
      ]
    )
    duty.slice(1).forEach((shift, i) => assert.deepEqual(shift.from, duty[i]!.until))
  })

  test('the file for the own calendar is iCalendar with UTC times and escaped text', ({ assert }) => {
    const duty = shifts(rota, [], at('2026-03-02T08:00:00+01:00'), at('2026-03-09T08:00:00+01:00'))
    const file = calendarFile(
      { ...rota, name: `${rota.name} ${'ą'.repeat(60)}` },
      duty,
      at('2026-03-01T00:00:00Z')
    )
    assert.include(file, 'DTSTART:20260302T070000Z\r\nDTEND:20260309T070000Z\r\n')
    assert.include(file, 'SUMMARY:Dyżur IT\\, miasto')
    assert.isTrue(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75))
  })
})
