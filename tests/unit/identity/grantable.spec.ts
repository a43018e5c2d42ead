import { test } from '@japa/runner'
import { grantableRoles, latestGrantDay } from '../../../app/identity/grantable.ts'

test.group('Roles given by hand (P7)', () => {
  test('the unit’s administrator may name a secretary', ({ assert }) => {
    assert.include(grantableRoles('unit_admin'), 'secretary')
  })

  test('nobody in a unit hands out roles of the city')
    .with(['director', 'deputy_director', 'unit_admin'])
    .run(({ assert }, role) => {
      for (const city of ['city_officer', 'city_admin', 'auditor'] as const)
        assert.notInclude(grantableRoles(role), city)
    })

  test('nobody gives what they hold themselves, or more', ({ assert }) => {
    assert.notIncludeMembers(grantableRoles('unit_admin'), ['director', 'deputy_director', 'unit_admin'])
    assert.notInclude(grantableRoles('director'), 'director')
  })

  test('pupils and guardians follow the school’s records, not a grant', ({ assert }) => {
    for (const role of ['pupil', 'guardian', 'employee'] as const)
      assert.notInclude(grantableRoles('director'), role)
  })

  test('they end with the school year', ({ assert }) => {
    assert.equal(latestGrantDay('2026-08-31'), '2026-08-31')
    assert.equal(latestGrantDay('2026-09-01'), '2027-08-31')
  })
})
