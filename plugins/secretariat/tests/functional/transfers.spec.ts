import { test } from '@japa/runner'
import { owner, personWith, twoUnits, visit } from '@unia/platform/testing'
import { addDays, composePesel, warsawDay } from '@unia/platform/values'
import { deliverPupil, deliverRefusal, deliverRequest } from '#secretariat/models/delivering'
import { admitted, errorsOf, section } from '#secretariat/tests/school'

async function twoSchools() {
  const [a, b] = await twoUnits()
  const [ours, theirs] = [
    visit((await personWith(['secretary'], a)).token),
    visit((await personWith(['secretary'], b)).token),
  ]
  const pesel = composePesel('2016-05-04', Math.floor(Math.random() * 10_000))
  const sex = Number(pesel[9]) % 2 ? 'm' : 'f'
  const began = addDays(warsawDay(), -30)
  const pupil = await admitted(ours, a, await section(a, 4, 'a'), {
    pesel,
    sex,
    from: began,
    street: 'Lipowa 7',
  })
  const guardian = {
    surname: 'Żołądź',
    givenNames: 'Ewa',
    kinship: 'mother',
    phone: '+48501502503',
    legalRepresentative: true,
  }
  const rights = { mayReadRegister: true, mayExcuse: true, mayCollect: false }
  await ours.post(`/${a.slug}/secretariat/pupils/${pupil}/guardians`, { ...guardian, ...rights })
  const sectionOfB = await section(b, 4, 'b')
  return {
    a,
    b,
    ours,
    theirs,
    pesel,
    pupil,
    sectionOfB,
    at: (unit: { slug: string }) => `/${unit.slug}/secretariat/transfers`,
  }
}

type Schools = Awaited<ReturnType<typeof twoSchools>>

/** B asks, and the bus delivers what B said. */
async function asked({ b, theirs, pesel, sectionOfB, at }: Schools): Promise<string> {
  const { location } = await theirs.post(at(b), { pesel, sectionId: sectionOfB })
  const id = location!.split('/').at(-1)!
  await deliverRequest(b.id, id)
  return id
}

const rowsAt = (unit: { id: number }, table: string) =>
  owner().from(`secretariat.secretariat_${table}`).where('tenant_id', unit.id)

test.group('A pupil passes from school A to school B', () => {
  test('S9: B learns that the pupil is active elsewhere, and neither who nor where', async ({ assert }) => {
    const schools = await twoSchools()
    const { b, theirs, at } = schools
    const id = await asked(schools)
    const { text, props } = await theirs.get(`${at(b)}/${id}`)
    assert.containsSubset(props.transfer, {
      direction: 'in',
      status: 'requested',
      pupil: null,
      otherUnit: '',
    })
    for (const secret of ['Żołądź', 'Lipowa', 'Ewa']) assert.notInclude(text, secret)
  })

  test('B asks, A confirms, and the pupil is in B from the next day with guardians and rights', async ({
    assert,
  }) => {
    const schools = await twoSchools()
    const { a, b, ours, pupil, at } = schools
    const id = await asked(schools)
    assert.containsSubset((await ours.get(at(a))).props.transfers, [
      { id, direction: 'out', pupil: 'Żołądź Hanna' },
    ])
    await ours.post(`${at(a)}/${id}/confirmation`, { lastDay: warsawDay() })
    await deliverPupil(a.id, id)
    const [left] = await rowsAt(a, 'enrolments').where('pupil_id', pupil)
    assert.deepInclude(left, { status: 'ended', exit_reason: 'transferred', valid_to: warsawDay() })
    const [came] = await rowsAt(b, 'enrolments')
    assert.deepInclude(came, { status: 'active', valid_from: addDays(warsawDay(), 1), book_number: 1 })
    const [there] = await rowsAt(b, 'pupils')
    assert.deepInclude(there, { surname: 'Żołądź', street: 'Lipowa 7', has_pesel: true })
    assert.equal(there.person_id, (await rowsAt(a, 'pupils'))[0].person_id)
    assert.equal((await rowsAt(b, 'guardians'))[0].person_id, (await rowsAt(a, 'guardians'))[0].person_id)
    assert.deepInclude((await rowsAt(b, 'guardian_links'))[0], { kinship: 'mother', may_collect: false })
    assert.containsSubset(await rowsAt(b, 'section_memberships'), [{ valid_from: addDays(warsawDay(), 1) }])
    for (const unit of [a, b]) {
      const trail = await owner()
        .from('core.access_audit_events')
        .where({ tenant_id: unit.id, object_id: id })
      assert.isAbove(trail.length, 1)
      assert.notInclude(JSON.stringify(trail), 'Lipowa')
    }
  })

  test('a guardian comes with the rights of the day, and who is one no more does not come', async ({
    assert,
  }) => {
    const schools = await twoSchools()
    const { a, b, ours, pupil, at } = schools
    const all = { mayReadRegister: true, mayExcuse: true, mayCollect: true, legalRepresentative: true }
    const father = { surname: 'Żołądź', givenNames: 'Jan', kinship: 'father', ...all }
    const uncle = { surname: 'Nowak', givenNames: 'Piotr', kinship: 'uncle', ...all }
    const guardians = `/${a.slug}/secretariat/pupils/${pupil}/guardians`
    for (const one of [father, uncle]) await ours.post(guardians, one)
    const linkOf = async (givenNames: string): Promise<string> => {
      const { id } = await rowsAt(a, 'guardians').where('given_names', givenNames).firstOrFail()
      return (await rowsAt(a, 'guardian_links').where('guardian_id', id).firstOrFail()).id
    }
    await ours.put(`${guardians}/${await linkOf('Jan')}`, {
      ...{ ...father, mayReadRegister: false, maySeeAddress: false, from: warsawDay() },
    })
    await ours.delete(`${guardians}/${await linkOf('Piotr')}`)

    const id = await asked(schools)
    await ours.post(`${at(a)}/${id}/confirmation`, { lastDay: warsawDay() })
    await deliverPupil(a.id, id)
    const there = await rowsAt(b, 'guardians').orderBy('given_names')
    assert.deepEqual(
      there.map(({ given_names }) => given_names),
      ['Ewa', 'Jan']
    )
    const [barred] = await rowsAt(b, 'guardian_links').where('guardian_id', there[1].id)
    assert.deepInclude(barred, { may_read_register: false, may_see_address: false })
  })

  test('pressed and delivered twice, it is one transfer', async ({ assert }) => {
    const schools = await twoSchools()
    const { a, b, ours, theirs, pesel, sectionOfB, at } = schools
    const id = await asked(schools)
    const again = await theirs.post(at(b), { pesel, sectionId: sectionOfB })
    assert.equal(again.location, `${at(b)}/${id}`)
    await deliverRequest(b.id, id)
    for (const lastDay of [warsawDay(), warsawDay()])
      await ours.post(`${at(a)}/${id}/confirmation`, { lastDay })
    for (const _time of [1, 2]) await deliverPupil(a.id, id)
    assert.lengthOf(await rowsAt(a, 'transfers'), 1)
    assert.lengthOf(await rowsAt(b, 'enrolments'), 1)
    assert.lengthOf(await rowsAt(b, 'guardian_links'), 1)
  })

  test('A refuses with a reason that B reads; the pupil stays', async ({ assert }) => {
    const schools = await twoSchools()
    const { a, b, ours, theirs, at } = schools
    const id = await asked(schools)
    await ours.post(`${at(a)}/${id}/refusal`, { reason: 'Rodzice nie złożyli wniosku' })
    await deliverRefusal(a.id, id)
    const { props } = await theirs.get(`${at(b)}/${id}`)
    assert.containsSubset(props.transfer, { status: 'refused', reason: 'Rodzice nie złożyli wniosku' })
    assert.lengthOf(await rowsAt(a, 'enrolments').where('status', 'active'), 1)
    assert.lengthOf(await rowsAt(b, 'pupils'), 0)
  })

  test('nobody else answers, and nobody asks for a pupil whom no school has', async ({ assert }) => {
    const schools = await twoSchools()
    const { b, theirs, sectionOfB, at } = schools
    const id = await asked(schools)
    assert.equal((await theirs.post(`${at(b)}/${id}/confirmation`, { lastDay: warsawDay() })).status, 404)
    await theirs.post(at(b), { pesel: composePesel('2015-01-01', 77), sectionId: sectionOfB })
    assert.property(await errorsOf(theirs, `${at(b)}/create`), 'pesel')
  })
})

test.group('A pupil leaves', () => {
  test('for a school elsewhere: the entry ends, and the slip is awaited', async ({ assert }) => {
    const { a, ours, pupil } = await twoSchools()
    const departure = { on: warsawDay(), reason: 'transferred', destination: 'SP 2 w Świdniku' }
    await ours.post(`/${a.slug}/secretariat/pupils/${pupil}/departure`, departure)
    const [left] = await rowsAt(a, 'enrolments')
    assert.deepInclude(left, { status: 'ended', destination: 'SP 2 w Świdniku', slip_sent_on: warsawDay() })
    assert.deepInclude((await rowsAt(a, 'section_memberships'))[0], { valid_to: warsawDay() })
  })

  test('by mistake only: off every list', async ({ assert }) => {
    const { a, ours, pupil } = await twoSchools()
    await ours.post(`/${a.slug}/secretariat/pupils/${pupil}/departure`, {
      on: warsawDay(),
      reason: 'mistake',
    })
    assert.lengthOf(await rowsAt(a, 'section_memberships'), 0)
  })
})
