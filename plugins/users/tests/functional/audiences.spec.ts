import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { contracts } from '@unia/platform/contracts'
import { proposeContacts } from '@unia/platform/memberships'
import { inTenant } from '@unia/platform/scope'
import { personWith, twoUnits } from '@unia/platform/testing'
import { schoolYearOf, warsawDay } from '@unia/platform/values'
import { Audiences } from '#users/contract'
import { deriveGuardians } from '#users/models/deriving'
import { aPerson, aPupil, aSecretariat, guardianOf } from '#users/tests/school'

test.group('Audiences', () => {
  test('P16: parents of a grade are those of now, in this unit only; some have no account', async ({
    assert,
  }) => {
    const [unit, other] = await twoUnits()
    const school = aSecretariat()
    const [withAccount, without] = [await personWith([], unit), await aPerson()]
    const first = await aPupil(school, { guardians: [guardianOf(withAccount.personId), guardianOf(without)] })
    await inTenant(unit.id, () => deriveGuardians(first.id))
    const id = randomUUID()
    school.sections.push({
      ...{ id, unitId: id, schoolYear: schoolYearOf(warsawDay()), gradeLevel: 8, symbol: 'a', name: '8a' },
      tutorId: null,
    })
    const ask = (unitId: number, gradeLevels: number[]) =>
      inTenant(unitId, async () =>
        (await contracts.require(Audiences)).describe({ roles: ['guardian'], gradeLevels })
      )
    assert.deepEqual(await ask(unit.id, [8]), { people: 2, withAccount: 1 })
    assert.deepEqual(await ask(unit.id, [7]), { people: 0, withAccount: 0 })
    assert.deepEqual(await ask(other.id, [8]), { people: 0, withAccount: 0 })

    const late = await aPupil(school, { guardians: [guardianOf(await aPerson())] })
    const sent = await ask(unit.id, [8])
    await inTenant(unit.id, () => deriveGuardians(late.id))
    assert.equal(sent.people, 2)
    assert.equal((await ask(unit.id, [8])).people, 3)
  })

  test('contacts and a code, for people of this unit', async ({ assert }) => {
    const [unit, other] = await twoUnits()
    const school = aSecretariat()
    const mother = await aPerson()
    await proposeContacts(mother, { email: 'Anna@Example.org', phone: '+48601234567' })
    const pupil = await aPupil(school, { guardians: [guardianOf(mother)] })
    await inTenant(unit.id, () => deriveGuardians(pupil.id))
    const invite = (unitId: number) =>
      inTenant(unitId, async () => (await contracts.require(Audiences)).invite(mother))
    assert.match((await invite(unit.id))!.code, /^\w{4}-\w{4}-\w{4}$/)
    assert.isNull(await invite(other.id))
    const contacts = await inTenant(unit.id, async () =>
      (await contracts.require(Audiences)).contactsOf([mother])
    )
    assert.deepEqual(contacts.get(mother), { email: 'anna@example.org', phone: '+48601234567' })
  })
})
