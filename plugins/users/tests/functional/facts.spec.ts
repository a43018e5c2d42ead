import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { inTenant } from '@unia/platform/scope'
import { aUnit, owner, personWith, twoUnits, visit } from '@unia/platform/testing'
import { addDays, schoolYearDays, schoolYearOf, warsawDay } from '@unia/platform/values'
import { deriveGuardians, derivePupil, deriveTutors } from '#users/models/deriving'
import { changeEmployment, employ, hearOfEmployment } from '#users/models/employing'
import { reconcile } from '#users/models/reconcile_command'
import { aPerson, aPupil, aSecretariat, guardianOf, rolesOf } from '#users/tests/school'

const today = warsawDay()

test.group('Roles follow facts', () => {
  test('P4: the right to read withdrawn takes this child from the father at once, not the other one', async ({
    assert,
  }) => {
    const [here, there] = await twoUnits()
    const school = aSecretariat()
    const father = await personWith([], here)
    const guardian = guardianOf(father.personId)
    const child = await aPupil(school, { guardians: [guardian] })
    const other = await aPupil(school, { guardians: [guardianOf(father.personId)], givenNames: 'Jan' })
    await inTenant(here.id, () => deriveGuardians(child.id))
    await inTenant(there.id, () => deriveGuardians(other.id))
    const browser = visit(father.token)
    assert.equal((await browser.get(`/${here.slug}`)).status, 200)

    guardian.mayReadRegister = false
    await inTenant(here.id, () => deriveGuardians(child.id))
    assert.equal((await browser.get(`/${here.slug}`)).status, 404)
    assert.equal((await browser.get(`/${there.slug}`)).status, 200)
    const notices = await owner().from('core.identity_notifications').where('account_id', father.accountId)
    assert.lengthOf(notices, 0, 'nobody tells him why')
  })

  test('two children in one school are two memberships, and one right withdrawn ends one of them', async ({
    assert,
  }) => {
    const unit = await aUnit()
    const school = aSecretariat()
    const mother = await aPerson()
    const children = [
      await aPupil(school, { guardians: [guardianOf(mother)] }),
      await aPupil(school, { guardians: [guardianOf(mother)] }),
    ]
    for (const { id } of children) await inTenant(unit.id, () => deriveGuardians(id))
    assert.lengthOf(await rolesOf(mother, unit), 2)
    children[0]!.guardians[0]!.mayReadRegister = false
    await inTenant(unit.id, () => deriveGuardians(children[0]!.id))
    assert.deepEqual(
      (await rolesOf(mother, unit)).map(({ key }) => key),
      [children[1]!.id]
    )
  })

  test('the same news heard three times changes nothing, and is told to others once', async ({ assert }) => {
    const unit = await aUnit()
    const school = aSecretariat()
    const mother = await aPerson()
    const child = await aPupil(school, { guardians: [guardianOf(mother)] })
    const hear = () => inTenant(unit.id, () => deriveGuardians(child.id))
    const heard = [await hear(), ...(await Promise.all([hear(), hear()]))]
    assert.deepEqual(
      heard.map((done) => done!.granted),
      [1, 0, 0]
    )
    const told = await owner()
      .from('core.bus_outbox')
      .where('tenant_id', unit.id)
      .where('type', 'pl.lublin.edu.identity.membership.granted.v1')
    assert.lengthOf(told, 1)
  })

  test('P12: who comes back after two years is the same person, with the old account open again', async ({
    assert,
  }) => {
    const unit = await aUnit()
    const school = aSecretariat()
    const pupil = await aPupil(school, { enrolled: () => false })
    const [account] = await owner()
      .table('core.identity_accounts')
      .insert({ person_id: pupil.personId, login_name: `zofia.${randomUUID()}` })
      .returning(['id', 'login_name'])
    await owner()
      .table('core.identity_memberships')
      .insert({
        ...{
          tenant_id: unit.id,
          person_id: pupil.personId,
          role: 'pupil',
          source: 'enrolment',
          source_key: pupil.id,
        },
        ...{ valid_from: '2022-09-01', valid_to: '2024-08-31' },
      })
    const night = await reconcile(unit.id)
    assert.equal(night.closedAccounts, 1)
    assert.equal((await reconcile(unit.id)).closedAccounts, 0)

    pupil.enrolled = () => true
    await inTenant(unit.id, () => derivePupil(pupil.id, today))
    const back = await owner().from('core.identity_accounts').where('person_id', pupil.personId).firstOrFail()
    assert.containsSubset(back, { id: account.id, login_name: account.login_name, state: 'active' })
    assert.deepEqual(
      (await rolesOf(pupil.personId, unit)).map(({ from, to }) => [from, to]),
      [
        ['2022-09-01', '2024-08-31'],
        [today, null],
      ]
    )
  })

  test('a pupil enrolled from a day to come is one from that day, also after the night', async ({
    assert,
  }) => {
    const unit = await aUnit()
    const school = aSecretariat()
    const from = addDays(today, 30)
    const pupil = await aPupil(school, { enrolled: (day) => day >= from })
    await inTenant(unit.id, () => derivePupil(pupil.id, from))
    await reconcile(unit.id)
    assert.deepEqual(
      (await rolesOf(pupil.personId, unit)).map(({ role, from: begins }) => [role, begins]),
      [['pupil', from]]
    )
  })

  test('a pupil who leaves on a day to come is one until then, also after the night', async ({ assert }) => {
    const unit = await aUnit()
    const school = aSecretariat()
    const last = addDays(today, 10)
    const pupil = await aPupil(school)
    await inTenant(unit.id, () => derivePupil(pupil.id, today))
    pupil.enrolled = (day) => day <= last
    await inTenant(unit.id, () => derivePupil(pupil.id, addDays(last, 1)))
    const night = await reconcile(unit.id)
    assert.containsSubset(night, { granted: 0, changed: 0, ended: 0 })
    const [role] = await rolesOf(pupil.personId, unit)
    assert.equal(role.to, last)
  })

  test('the tutor of a section is tutor until the school year ends, and the next one takes over', async ({
    assert,
  }) => {
    const unit = await aUnit()
    const school = aSecretariat()
    const [first, second] = [await aPerson(), await aPerson()]
    const section = { id: randomUUID(), unitId: randomUUID(), schoolYear: schoolYearOf(today) }
    const known = { ...section, gradeLevel: 4, symbol: 'a', name: '4a', tutorId: first as string | null }
    school.sections.push(known)
    await inTenant(unit.id, () => deriveTutors(section.id))
    const [role] = await rolesOf(first, unit)
    assert.containsSubset(role, { role: 'tutor', to: schoolYearDays(section.schoolYear).to })
    known.tutorId = second
    await inTenant(unit.id, () => deriveTutors(section.id))
    assert.lengthOf(await rolesOf(first, unit), 0)
    assert.lengthOf(await rolesOf(second, unit), 1)
  })

  test('P5: a contract with an end turns into the former employee’s role the day after', async ({
    assert,
  }) => {
    const unit = await aUnit()
    const teacher = await aPerson()
    await inTenant(unit.id, () =>
      employ({ personId: teacher, position: 'teacher', from: '2024-09-01', to: '2027-08-31' })
    )
    assert.deepEqual(
      (await rolesOf(teacher, unit)).map(({ role, from, to }) => [role, from, to]),
      [
        ['teacher', '2024-09-01', '2027-08-31'],
        ['former_employee', '2027-09-01', null],
      ]
    )
  })

  test('what the staff register says is changed there only', async ({ assert }) => {
    const unit = await aUnit()
    const teacher = await aPerson()
    const news = {
      employmentId: randomUUID(),
      personId: teacher,
      from: '2024-09-01',
      terms: { position: 'teacher' },
    }
    await inTenant(unit.id, () => hearOfEmployment(news, false))
    await inTenant(unit.id, () => hearOfEmployment(news, false))
    assert.lengthOf(await rolesOf(teacher, unit), 1)
    const change = await inTenant(unit.id, () =>
      changeEmployment(news.employmentId, { position: 'librarian', to: null })
    )
    assert.equal(change, 'from_hr')
  })

  test('a role that follows from a fact cannot be ended by hand', async ({ assert }) => {
    const unit = await aUnit()
    const teacher = await aPerson()
    await inTenant(unit.id, () =>
      employ({ personId: teacher, position: 'teacher', from: '2024-09-01', to: null })
    )
    const { id } = await owner().from('core.identity_memberships').where('person_id', teacher).firstOrFail()
    const director = visit((await personWith(['director'], unit)).token)
    assert.equal((await director.delete(`/${unit.slug}/memberships/${id}`)).status, 403)
    assert.lengthOf(await rolesOf(teacher, unit), 1)
  })

  test('recounting finds and mends what no event said, and --check only says it', async ({ assert }) => {
    const unit = await aUnit()
    const school = aSecretariat()
    const mother = await aPerson()
    await aPupil(school, { guardians: [guardianOf(mother)] })
    assert.containsSubset(await reconcile(unit.id, true), { granted: 2 })
    assert.lengthOf(await rolesOf(mother, unit), 0)
    assert.containsSubset(await reconcile(unit.id), { granted: 2 })
    assert.containsSubset(await reconcile(unit.id), { granted: 0, changed: 0, ended: 0 })
  })
})
