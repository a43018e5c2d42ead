import { test } from '@japa/runner'
import { isPosition, rolesOf } from '#users/domain/positions'

const who = { personId: '0198c0de-0000-7000-8000-000000000001', position: 'teacher' } as const

test.group('Roles that follow a contract', () => {
  test('P5: a contract until 31 August 2027 ends the teacher that day and keeps the payslips from the next', ({
    assert,
  }) => {
    assert.deepEqual(rolesOf({ ...who, from: '2024-09-01', to: '2027-08-31' }), [
      { personId: who.personId, role: 'teacher', from: '2024-09-01', to: '2027-08-31' },
      { personId: who.personId, role: 'former_employee', from: '2027-09-01', to: null },
    ])
  })

  test('a contract without an end has one role', ({ assert }) => {
    const roles = rolesOf({ ...who, from: '2024-09-01', to: null })
    assert.deepEqual(
      roles.map(({ role, to }) => [role, to]),
      [['teacher', null]]
    )
  })

  test('roles that need a grant and a date are no posts', ({ assert }) => {
    for (const role of ['secretary', 'planner', 'accountant', 'director', 'unit_admin', 'city_admin'])
      assert.isFalse(isPosition(role), role)
  })
})
