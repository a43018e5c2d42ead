import { test } from '@japa/runner'
import { Identity, type MembershipFacts } from '../../../app/identity/identity.ts'
import { lacksSecondFactor } from '../../../app/identity/second_factor_duty.ts'

const SCHOOL = 7
const PRESCHOOL = 8

const somebody = (
  memberships: MembershipFacts[],
  {
    acting = {},
    second = false,
    demo = false,
  }: { acting?: Record<string, string>; second?: boolean; demo?: boolean } = {}
) =>
  new Identity(
    'a',
    { id: 'p', givenNames: 'Łucja', surname: 'Żak' },
    'l.zak',
    'pl',
    second,
    demo,
    0,
    {
      id: 's',
      needsSecondFactor: false,
      steppedUpAt: null,
      actingRoles: acting,
    },
    memberships
  )

test.group('Whoever holds several roles', () => {
  const both = [
    { tenantId: SCHOOL, role: 'guardian' },
    { tenantId: SCHOOL, role: 'director' },
    { tenantId: PRESCHOOL, role: 'tutor' },
  ]

  test('acts as the highest one until another is chosen', ({ assert }) => {
    const person = somebody(both)
    assert.equal(person.actingRole('sp-21', person.rolesIn(SCHOOL)), 'director')
  })

  test('acts as the chosen one, in that unit only', ({ assert }) => {
    const person = somebody(both, { acting: { 'sp-21': 'guardian' } })
    assert.equal(person.actingRole('sp-21', person.rolesIn(SCHOOL)), 'guardian')
    assert.equal(person.actingRole('p-46', person.rolesIn(PRESCHOOL)), 'tutor')
  })

  test('does not act as a role that has ended since it was chosen', ({ assert }) => {
    const person = somebody(both, { acting: { 'sp-21': 'secretary' } })
    assert.equal(person.actingRole('sp-21', person.rolesIn(SCHOOL)), 'director')
  })

  test('gets nothing in a school from a role held for the city', ({ assert }) => {
    assert.isEmpty(somebody([{ tenantId: SCHOOL, role: 'city_admin' }]).rolesIn(SCHOOL))
  })
})

test.group('The second factor', () => {
  test('is demanded of a director, not of a parent', ({ assert }) => {
    assert.isTrue(lacksSecondFactor(somebody([{ tenantId: SCHOOL, role: 'director' }])))
    assert.isFalse(lacksSecondFactor(somebody([{ tenantId: SCHOOL, role: 'guardian' }])))
  })

  test('is not demanded again of who has it, nor of a demo account', ({ assert }) => {
    const director = [{ tenantId: SCHOOL, role: 'director' }]
    assert.isFalse(lacksSecondFactor(somebody(director, { second: true })))
    assert.isFalse(lacksSecondFactor(somebody(director, { demo: true })))
  })
})
