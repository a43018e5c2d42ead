import { test } from '@japa/runner'
import { contracts } from '@unia/platform/contracts'
import { inTenant } from '@unia/platform/scope'
import { aUnit, owner, personWith, twoUnits, visit } from '@unia/platform/testing'
import { addDays, composePesel, warsawDay } from '@unia/platform/values'
import { Pupils } from '#secretariat/contract'
import { admitted, errorsOf, section, tutorOf } from '#secretariat/tests/school'

const FATHER = {
  ...{ surname: 'Żołądź', givenNames: 'Piotr', kinship: 'father', phone: '601 234 567' },
  ...{ mayReadRegister: true, mayExcuse: true, mayCollect: true, legalRepresentative: true },
}

async function school(unit?: Awaited<ReturnType<typeof aUnit>>) {
  const at = unit ?? (await aUnit())
  const secretary = visit((await personWith(['secretary'], at)).token)
  const fourB = await section(at, 4, 'b')
  const pupil = await admitted(secretary, at, fourB)
  return { unit: at, secretary, fourB, pupil, card: `/${at.slug}/secretariat/pupils/${pupil}` }
}

const guardiansOf = (unit: { id: number }, pupil: string, day?: string) =>
  inTenant(unit.id, async () => {
    const pupils = await contracts.require(Pupils)
    return (await pupils.guardiansOf([pupil], day)).get(pupil)!
  })

const eventsOf = async (unit: { id: number }) =>
  (await owner().from('core.bus_outbox').where('tenant_id', unit.id).orderBy('created_at')).map((row) =>
    JSON.stringify(row)
  )

test.group('Guardians and their rights', () => {
  test('a limit holds from the day of the order, and the contract answers by day', async ({ assert }) => {
    const { unit, secretary, pupil, card } = await school()
    await secretary.post(`${card}/guardians`, FATHER)
    const { props } = await secretary.get(card)
    const [{ id }] = (props.pupil as { guardians: { id: string }[] }).guardians as [{ id: string }]
    const from = addDays(warsawDay(), 10)
    await secretary.put(`${card}/guardians/${id}`, {
      ...FATHER,
      ...{ mayCollect: false, maySeeAddress: false, from, to: addDays(from, 5) },
    })
    const on = async (day?: string) => (await guardiansOf(unit, pupil, day))[0]!
    assert.containsSubset(await on(), { mayCollect: true, maySeeAddress: true })
    assert.containsSubset(await on(from), { mayCollect: false, maySeeAddress: false, mayExcuse: true })
    assert.containsSubset(await on(addDays(from, 6)), { mayCollect: true, maySeeAddress: true })
    const events = await eventsOf(unit)
    assert.isTrue(events.some((event) => event.includes('secretariat.guardian.linked')))
    assert.isTrue(
      events.some((event) => event.includes('secretariat.guardian.rights_changed') && event.includes(from))
    )
  })

  test('taken off the card, a guardian is no guardian from that day; who they were stays', async ({
    assert,
  }) => {
    const { unit, secretary, pupil, card } = await school()
    await secretary.post(`${card}/guardians`, FATHER)
    const { id } = await owner()
      .from('secretariat.secretariat_guardian_links')
      .where('pupil_id', pupil)
      .firstOrFail()
    await secretary.delete(`${card}/guardians/${id}`)
    assert.lengthOf(await guardiansOf(unit, pupil), 0)
    const kept = await owner().from('secretariat.secretariat_guardian_links').where('id', id).firstOrFail()
    assert.equal(kept.valid_to, addDays(warsawDay(), -1))
    assert.isTrue((await eventsOf(unit)).some((event) => event.includes('secretariat.guardian.unlinked')))
    assert.equal((await secretary.get(`${card}/guardians/${id}/edit`)).status, 404)
  })

  test('the same phone asks whether it is the same person, and one person guards two children', async ({
    assert,
  }) => {
    const { unit, secretary, fourB, card } = await school()
    await secretary.post(`${card}/guardians`, FATHER)
    const sister = await admitted(secretary, unit, fourB, { givenNames: 'Ewa' })
    const hers = `/${unit.slug}/secretariat/pupils/${sister}`
    const typed = { ...FATHER, surname: 'Zoladz' }
    const { text } = await secretary.post(`${hers}/guardian-matches`, typed)
    const { matches } = JSON.parse(text) as { matches: { id: string; by: string; children: string[] }[] }
    assert.containsSubset(matches, [{ by: 'phone', children: ['Hanna Żołądź'] }])
    await secretary.post(`${hers}/guardians`, typed)
    assert.property(await errorsOf(secretary, `${hers}/guardians/create`), 'same')
    await secretary.post(`${hers}/guardians`, { ...typed, same: matches[0]!.id })
    const [father] = await guardiansOf(unit, sister)
    assert.equal(father!.surname, 'Żołądź')
    const children = await inTenant(unit.id, async () =>
      (await contracts.require(Pupils)).childrenOf(father!.personId)
    )
    assert.deepEqual(
      children.map(({ givenNames }) => givenNames),
      ['Ewa', 'Hanna']
    )
  })

  test('by PESEL a guardian is one person in two units; of the other unit nothing is told', async ({
    assert,
  }) => {
    const [a, b] = await twoUnits()
    const [ours, theirs] = [await school(a), await school(b)]
    const pesel = composePesel('1984-02-29', Math.floor(Math.random() * 5000) * 2 + 1)
    await ours.secretary.post(`${ours.card}/guardians`, { ...FATHER, pesel })
    await theirs.secretary.post(`${theirs.card}/guardians`, { ...FATHER, phone: null, pesel })
    const [here, there] = [await guardiansOf(a, ours.pupil), await guardiansOf(b, theirs.pupil)]
    assert.equal(here[0]!.personId, there[0]!.personId)
    assert.isNull(there[0]!.phone)
  })

  test('what a court said is read by few, and the reading is written down', async ({ assert }) => {
    const { unit, secretary, pupil, card } = await school()
    await secretary.post(`${card}/guardians`, FATHER)
    const [{ id }] = await owner().from('secretariat.secretariat_guardian_links').where('pupil_id', pupil)
    const notes = `${card}/guardians/${id}/court-notes`
    const note = { note: 'zakaz zbliżania', reference: 'III Nsm 123/26', validFrom: warsawDay() }
    await secretary.post(notes, note)
    assert.include((await secretary.get(notes)).text, 'zakaz zbliżania')
    const trail = await owner().from('core.access_audit_events').where('object', 'secretariat_court_notes')
    assert.isTrue(trail.some(({ action, object_id }) => action === 'read' && object_id === id))
    assert.notInclude(JSON.stringify(trail), 'zakaz')
    for (const role of ['tutor', 'teacher', 'deputy_director'] as const) {
      const visitor = visit((await personWith([role], unit)).token)
      assert.equal((await visitor.get(notes)).status, 403, role)
    }
  })
})

test.group('Who sees which pupils', () => {
  test('a tutor sees and reaches only pupils of the own section', async ({ assert }) => {
    const { unit, secretary, fourB, pupil } = await school()
    const other = await admitted(secretary, unit, await section(unit, 5, 'a'), { surname: 'Lis' })
    const { token, personId } = await personWith(['tutor'], unit)
    await tutorOf(fourB, personId)
    const tutor = visit(token)
    const base = `/${unit.slug}/secretariat/pupils`
    const list = await tutor.get(base)
    assert.equal(list.props.total, 1)
    assert.notInclude((await tutor.get(`/${unit.slug}/search?q=lis`)).text, `pupils/${other}`)
    assert.equal((await tutor.get(`${base}/${pupil}`)).status, 200)
    assert.include((await tutor.get(`${base}/${pupil}`)).text, '2016-05-04')
    assert.equal((await tutor.get(`${base}/${other}`)).status, 404)
    assert.equal((await tutor.post(`${base}/${other}/pesel-reading`)).status, 404)
    assert.equal((await tutor.get(`${base}/${pupil}/edit`)).status, 403)
    await secretary.post(`${base}/${pupil}/guardians`, FATHER)
    await secretary.post(`${base}/${other}/guardians`, { ...FATHER, same: 'new' })
    const linkOf = async (id: string) =>
      (await owner().from('secretariat.secretariat_guardian_links').where('pupil_id', id).firstOrFail()).id
    const contact = { phone: '605 111 222', email: null }
    await tutor.put(`${base}/${pupil}/guardians/${await linkOf(pupil)}/contact`, contact)
    assert.equal((await guardiansOf(unit, pupil))[0]!.phone, '+48605111222')
    const foreign = await tutor.put(`${base}/${other}/guardians/${await linkOf(other)}/contact`, contact)
    assert.equal(foreign.status, 404)
  })

  test('a teacher without a section sees nobody yet', async ({ assert }) => {
    const { unit, pupil } = await school()
    const teacher = visit((await personWith(['teacher'], unit)).token)
    assert.equal((await teacher.get(`/${unit.slug}/secretariat/pupils`)).props.total, 0)
    assert.equal((await teacher.get(`/${unit.slug}/secretariat/pupils/${pupil}`)).status, 404)
  })
})
