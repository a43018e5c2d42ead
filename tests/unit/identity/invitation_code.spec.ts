import { test } from '@japa/runner'
import { typedDay } from '../../../app/identity/activation/typed_day.ts'
import { judge } from '../../../app/identity/invitations/rules.ts'

const now = new Date('2026-11-24T10:00:00Z')
const later = new Date('2026-12-24T10:00:00Z')
const before = new Date('2026-11-24T09:00:00Z')

test.group('What a typed code is answered', () => {
  test('good, wrong, expired, resting')
    .with([
      { standing: { expiresAt: later, pausedUntil: null }, holds: true, said: 'good' },
      { standing: { expiresAt: later, pausedUntil: null }, holds: false, said: 'wrong' },
      { standing: { expiresAt: before, pausedUntil: null }, holds: true, said: 'expired' },
      { standing: { expiresAt: now, pausedUntil: null }, holds: true, said: 'expired' },
      { standing: { expiresAt: before, pausedUntil: null }, holds: false, said: 'wrong' },
      { standing: { expiresAt: later, pausedUntil: later }, holds: true, said: 'wrong' },
      { standing: { expiresAt: later, pausedUntil: before }, holds: true, said: 'good' },
      { standing: { expiresAt: before, pausedUntil: later }, holds: true, said: 'wrong' },
    ] as const)
    .run(({ assert }, { standing, holds, said }) => {
      assert.equal(judge(standing, holds, now), said)
    })
})

test.group('A birth date typed on a phone', () => {
  test('{text} is {day}')
    .with([
      { text: '04.05.2016', day: '2016-05-04' },
      { text: '4.5.2016', day: '2016-05-04' },
      { text: ' 4 05 2016 r.', day: '2016-05-04' },
      { text: '04052016', day: '2016-05-04' },
      { text: '2016-05-04', day: '2016-05-04' },
      { text: '29.02.2015', day: null },
      { text: '4 maja 2016', day: null },
      { text: '', day: null },
      { text: '05.16', day: null },
    ])
    .run(({ assert }, { text, day }) => {
      assert.equal(typedDay(text), day)
    })
})
