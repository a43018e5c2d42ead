import { test } from '@japa/runner'
import { people } from '@unia/platform/people'
import { aUnit, giveRole, owner, personWith, twoUnits, visit } from '@unia/platform/testing'
import { composePesel, warsawDay } from '@unia/platform/values'
import { admission, admitted, section } from '#secretariat/tests/school'

const aPesel = () => composePesel('2010-05-04', Math.floor(Math.random() * 5000) * 2)
const inRegister = (id: string) => owner().from('core.identity_people').where('id', id).firstOrFail()

const typed = { surname: 'Podmieniona', givenNames: 'Anna', birthDate: '2010-05-04', sex: 'f' }

test.group("The city's register of people", () => {
  test('whoever knows the PESEL of another unit’s director cannot rename the director', async ({
    assert,
  }) => {
    const [unit, other] = await twoUnits()
    const pesel = aPesel()
    const id = await people.ensure({
      givenNames: 'Łucja',
      surname: 'Żak',
      birthDate: null,
      pesel,
      source: 'hr',
    })
    await giveRole({ personId: id }, 'director', other)
    const secretary = visit((await personWith(['secretary'], unit)).token)
    const pupil = await admitted(secretary, unit, await section(unit, 8, 'a'), { ...typed, pesel })
    await secretary.put(`/${unit.slug}/secretariat/pupils/${pupil}`, {
      ...typed,
      version: 1,
      pesel: aPesel(),
    })
    await secretary.put(`/${unit.slug}/secretariat/pupils/${pupil}`, {
      ...typed,
      surname: 'Inna',
      version: 1,
    })
    assert.equal((await inRegister(id)).surname, 'Żak')
    const card = await owner().from('secretariat.secretariat_pupils').where('id', pupil).firstOrFail()
    assert.equal(card.surname, 'Inna')
    assert.equal(await people.peselOf(id), pesel)
    await owner().from('core.identity_memberships').where('person_id', id).delete()
  })

  test('a correction in the register names who made it', async ({ assert }) => {
    const unit = await aUnit()
    const { token, accountId } = await personWith(['secretary'], unit)
    const secretary = visit(token)
    const pupil = await admitted(secretary, unit, await section(unit, 4, 'b'))
    await secretary.put(`/${unit.slug}/secretariat/pupils/${pupil}`, {
      ...typed,
      surname: 'Zielińska',
      version: 1,
    })
    const { person_id: person } = await owner()
      .from('secretariat.secretariat_pupils')
      .where('id', pupil)
      .firstOrFail()
    const trail = await owner()
      .from('core.access_audit_events')
      .where({ object: 'identity_people', object_id: person })
      .orderBy('at')
    assert.deepEqual(
      trail.map(({ action, actor_id, actor_role }) => [action, actor_id, actor_role]),
      [
        ['insert', accountId, 'secretary'],
        ['update', accountId, 'secretary'],
      ]
    )
    assert.isNotNull(trail[0].address)
  })

  test('two secretaries moving one pupil at once leave it in one section', async ({ assert }) => {
    const unit = await aUnit()
    const secretary = visit((await personWith(['secretary'], unit)).token)
    const from = await section(unit, 4, 'a')
    const targets = [await section(unit, 4, 'b'), await section(unit, 4, 'c'), await section(unit, 4, 'd')]
    const pupil = await admitted(secretary, unit, from)
    await owner()
      .from('secretariat.secretariat_section_memberships')
      .where('pupil_id', pupil)
      .update({ valid_from: '2020-09-01' })
    const visitors = await Promise.all(
      targets.map(async () => visit((await personWith(['secretary'], unit)).token))
    )
    for (const visitor of visitors) await visitor.get(`/${unit.slug}/secretariat/pupils/${pupil}`)
    // The row is held until all of them wait for it: otherwise they would hardly ever meet.
    const holder = await owner().transaction()
    await holder
      .from('secretariat.secretariat_section_memberships')
      .where('pupil_id', pupil)
      .forUpdate()
      .select('id')
    const moves = visitors.map((visitor, n) =>
      visitor.post(`/${unit.slug}/secretariat/pupils/${pupil}/section-memberships`, {
        sectionId: targets[n],
        from: warsawDay(),
      })
    )
    await new Promise((resolve) => setTimeout(resolve, 800))
    await holder.commit()
    await Promise.all(moves)
    const open = await owner()
      .from('secretariat.secretariat_section_memberships')
      .where('pupil_id', pupil)
      .whereNull('valid_to')
    assert.lengthOf(open, 1)
  })

  test('pupils admitted at once get different numbers in the book and on the roll', async ({ assert }) => {
    const unit = await aUnit()
    const sectionId = await section(unit, 1, 'a')
    const tokens = [await personWith(['secretary'], unit), await personWith(['director'], unit)].map(
      ({ token }) => token
    )
    await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        visit(tokens[n % 2]!).post(`/${unit.slug}/secretariat/pupils`, admission(sectionId))
      )
    )
    const books = await owner().from('secretariat.secretariat_enrolments').where('tenant_id', unit.id)
    const rolls = await owner()
      .from('secretariat.secretariat_section_memberships')
      .where('tenant_id', unit.id)
    assert.sameMembers(
      books.map((row) => row.book_number),
      [1, 2, 3, 4, 5, 6]
    )
    assert.sameMembers(
      rolls.map((row) => row.roll_number),
      [1, 2, 3, 4, 5, 6]
    )
  })

  test('a form sent twice at once admits once', async ({ assert }) => {
    const unit = await aUnit()
    const { token } = await personWith(['secretary'], unit)
    const form = admission(await section(unit, 1, 'a'))
    await Promise.all([1, 2, 3].map(() => visit(token).post(`/${unit.slug}/secretariat/pupils`, form)))
    assert.lengthOf(await owner().from('secretariat.secretariat_enrolments').where('tenant_id', unit.id), 1)
  })

  test('nothing of another unit is reached by its id', async ({ assert }) => {
    const [ours, theirs] = await twoUnits()
    const stranger = visit((await personWith(['director'], theirs)).token)
    const foreignSection = await section(theirs, 3, 'a')
    const foreign = await admitted(stranger, theirs, foreignSection)
    await stranger.post(`/${theirs.slug}/secretariat/pupils/${foreign}/guardians`, {
      ...{ surname: 'Żak', givenNames: 'Jan', kinship: 'father' },
      ...{ mayReadRegister: true, mayExcuse: true, mayCollect: true, legalRepresentative: true },
    })
    const link = await owner()
      .from('secretariat.secretariat_guardian_links')
      .where('pupil_id', foreign)
      .firstOrFail()
    const director = visit((await personWith(['director'], ours)).token)
    const own = await admitted(director, ours, await section(ours, 3, 'b'))
    const at = `/${ours.slug}/secretariat`
    const reads = [
      `/pupils/${foreign}`,
      `/pupils/${foreign}/edit`,
      `/pupils/${foreign}/certificate`,
      `/pupils/${foreign}/guardians/create`,
      `/pupils/${foreign}/guardians/${link.id}/edit`,
      `/pupils/${own}/guardians/${link.id}/edit`,
      `/pupils/${foreign}/section-memberships/create`,
      `/sections/${foreignSection}`,
      `/sections/${foreignSection}/edit`,
    ]
    for (const path of reads) assert.equal((await director.get(at + path)).status, 404, path)
    const written = [
      await director.put(`${at}/pupils/${foreign}`, { ...typed, version: 1 }),
      await director.post(`${at}/pupils/${foreign}/pesel-reading`),
      await director.put(`${at}/sections/${foreignSection}`, { symbol: 'z', kind: 'general' }),
      await director.delete(`${at}/pupils/${own}/guardians/${link.id}`),
      await director.delete(`${at}/pupils/${foreign}/guardians/${link.id}`),
    ]
    for (const { status } of written) assert.equal(status, 404)
    await director.post(`${at}/pupils/${own}/section-memberships`, {
      sectionId: foreignSection,
      from: warsawDay(),
    })
    await director.post(`${at}/pupils`, admission(foreignSection))
    assert.lengthOf(
      await owner().from('secretariat.secretariat_section_memberships').where('section_id', foreignSection),
      1
    )
    assert.lengthOf(await owner().from('secretariat.secretariat_pupils').where('tenant_id', ours.id), 1)
  })
})
