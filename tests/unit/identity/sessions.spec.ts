import { test } from '@japa/runner'
import { sessionLimits } from '../../../app/identity/sessions.ts'

test.group('How long a session lasts', () => {
  test('staff are logged out after half an hour of quiet and after twelve hours', ({ assert }) => {
    assert.deepEqual(sessionLimits(['teacher', 'director']), { idleMinutes: 30, hours: 12 })
  })

  test('who sees money or personnel files is logged out after a quarter of an hour')
    .with(['hr_clerk', 'payroll_clerk', 'chief_accountant', 'accountant', 'cashier', 'city_finance'])
    .run(({ assert }, role) => assert.equal(sessionLimits(['teacher', role]).idleMinutes, 15))

  test('a parent stays logged in for 30 days, unless the parent also teaches here', ({ assert }) => {
    assert.deepEqual(sessionLimits(['guardian']), { idleMinutes: 30 * 24 * 60, hours: 720 })
    assert.equal(sessionLimits(['guardian', 'teacher']).hours, 12)
  })
})
