import { test } from '@japa/runner'
import { aUnit, owner, personWith, visit } from '@unia/platform/testing'
import { composePesel } from '@unia/platform/values'
import { admission, admitted, errorsOf, section } from '#secretariat/tests/school'

const pesel = () => composePesel('2016-05-04', Math.floor(Math.random() * 5000) * 2)

async function school() {
  const unit = await aUnit()
  const secretary = visit((await personWith(['secretary'], unit)).token)
  const base = `/${unit.slug}/secretariat/pupils`
  return { unit, secretary, base, fourB: await section(unit, 4, 'b') }
}

const names = (props: Record<string, unknown>) => (props.rows as { name: string }[]).map(({ name }) => name)

test.group('Pupils of a school', () => {
  test('a secretary admits a pupil: book number, roll number and news', async ({ assert }) => {
    const { unit, secretary, base, fourB } = await school()
    const first = await admitted(secretary, unit, fourB)
    const id = await admitted(secretary, unit, fourB, { surname: 'Ćwik', pesel: pesel() })
    const { props } = await secretary.get(`${base}/${id}`)
    assert.containsSubset(props.pupil, {
      sections: [{ name: '4b', rollNumber: 2 }],
      enrolments: [{ bookNumber: 2 }],
    })
    assert.match((props.pupil as { pesel: string }).pesel, /^\d{6}\*{5}$/)
    const news = await owner()
      .from('core.bus_outbox')
      .where('tenant_id', unit.id)
      .where('partition_key', `pupil/${first}`)
    assert.sameMembers(
      news.map(({ type }) => type),
      ['pl.lublin.edu.secretariat.pupil.created.v1', 'pl.lublin.edu.secretariat.pupil.enrolled.v1']
    )
    assert.notInclude(JSON.stringify(news), 'Żołądź')
  })

  test('the same form sent twice makes one pupil', async ({ assert }) => {
    const { unit, secretary, base, fourB } = await school()
    const form = admission(fourB)
    const answers = await Promise.all([secretary.post(base, form), secretary.post(base, form)])
    assert.deepEqual(
      answers.map(({ location }) => location),
      [`${base}/${form.id}`, `${base}/${form.id}`]
    )
    assert.lengthOf(await owner().from('secretariat.secretariat_enrolments').where('tenant_id', unit.id), 1)
  })

  test('"zol" finds Żołądź, and the list is in Polish order', async ({ assert }) => {
    const { unit, secretary, base, fourB } = await school()
    for (const surname of ['Łoś', 'Zając', 'Żołądź', 'Ćwik', 'Lis', 'Czarny']) {
      await admitted(secretary, unit, fourB, { surname })
    }
    assert.deepEqual(names((await secretary.get(`${base}?q=zol`)).props), ['Żołądź Hanna'])
    assert.deepEqual(
      names((await secretary.get(base)).props).map((name) => name.split(' ')[0]),
      ['Czarny', 'Ćwik', 'Lis', 'Łoś', 'Zając', 'Żołądź']
    )
    assert.equal((await secretary.get(`${base}?f.grade=5`)).props.total, 0)
    assert.equal((await secretary.get(`${base}?sort=-name;drop&size=10`)).props.total, 6)
  })

  test('a whole PESEL finds its pupil, for the secretary only', async ({ assert }) => {
    const { unit, secretary, base, fourB } = await school()
    const number = pesel()
    await admitted(secretary, unit, fourB, { pesel: number })
    await admitted(secretary, unit, fourB, { surname: 'Lis' })
    assert.deepEqual(names((await secretary.get(`${base}?q=${number}`)).props), ['Żołądź Hanna'])
    const teacher = visit((await personWith(['teacher'], unit)).token)
    assert.deepEqual(names((await teacher.get(`${base}?q=${number}`)).props), [])
  })

  test('a wrong PESEL and an impossible name stand beside their fields', async ({ assert }) => {
    const { secretary, base, fourB } = await school()
    await secretary.get(`${base}/create`)
    await secretary.post(base, admission(fourB, { pesel: '13251701247', surname: 'X Æ 12' }))
    const errors = await errorsOf(secretary, `${base}/create`)
    assert.sameMembers(Object.keys(errors), ['pesel', 'surname'])
  })

  test('a birth date that contradicts the PESEL is saved with a reason', async ({ assert }) => {
    const { unit, secretary, base, fourB } = await school()
    const form = admission(fourB, { pesel: pesel(), birthDate: '2016-05-05' })
    await secretary.post(base, form)
    assert.property(await errorsOf(secretary, `${base}/create`), 'peselReason')
    await admitted(secretary, unit, fourB, { ...form, peselReason: 'akt urodzenia z Kijowa' })
  })

  test('a pupil active in another school: only since when', async ({ assert }) => {
    const [here, there] = [await school(), await school()]
    const number = pesel()
    const from = `${new Date().getFullYear() - (new Date().getMonth() < 8 ? 1 : 0)}-09-01`
    await admitted(there.secretary, there.unit, there.fourB, { pesel: number, from, street: 'ul. Cicha 7' })
    await here.secretary.post(here.base, admission(here.fourB, { pesel: number, surname: 'Inna' }))
    const { pesel: told } = await errorsOf(here.secretary, `${here.base}/create`)
    assert.isString(told)
    assert.notMatch(told!, /Żołądź|Hanna|Cicha|SP 1/)
    assert.lengthOf(await owner().from('secretariat.secretariat_pupils').where('tenant_id', here.unit.id), 0)
  })

  test('the 26th pupil of class 3a is admitted on a stated basis', async ({ assert }) => {
    const { unit, secretary, base } = await school()
    const threeA = await section(unit, 3, 'a')
    for (let nth = 1; nth <= 25; nth++)
      await admitted(secretary, unit, threeA, { givenNames: `Ala${'a'.repeat(nth)}` })
    await secretary.post(base, admission(threeA))
    assert.property(await errorsOf(secretary, `${base}/create`), 'overLimitBasis')
    await admitted(secretary, unit, threeA, { overLimitBasis: 'zgoda dyrektora z 2 września' })
    const { props } = await secretary.get(`/${unit.slug}/secretariat/sections/${threeA}`)
    assert.containsSubset(props, {
      section: { pupils: 26, overLimit: true },
      limit: { value: 25, verify: true },
    })
  })

  test('two people change one card: the second is told and nothing is overwritten', async ({ assert }) => {
    const { unit, secretary, base, fourB } = await school()
    const id = await admitted(secretary, unit, fourB)
    const { from: _from, sectionId: _section, id: _id, ...card } = admission(fourB)
    const first = await secretary.put(`${base}/${id}`, { ...card, version: 1, city: 'Lublin' })
    assert.equal(first.location, `${base}/${id}`)
    await secretary.put(`${base}/${id}`, { ...card, version: 1, city: 'Świdnik' })
    const { props } = await secretary.get(`${base}/${id}/edit`)
    assert.property(props.errors, 'version')
    assert.containsSubset(props.pupil, { version: 2, city: 'Lublin' })
  })

  test('the history of the card names the field that changed', async ({ assert }) => {
    const { unit, secretary, base, fourB } = await school()
    const id = await admitted(secretary, unit, fourB)
    const { from: _from, sectionId: _section, id: _id, ...card } = admission(fourB)
    await secretary.put(`${base}/${id}`, { ...card, version: 1, city: 'Lublin' })
    const { props } = await secretary.get(`${base}/${id}`)
    const changes = (props.history as { changes: { after: string }[] }[]).flatMap((entry) => entry.changes)
    assert.deepEqual(
      changes.map(({ after }) => after),
      ['Lublin']
    )
  })

  test('an unknown id and a text that is no id are both not found', async ({ assert }) => {
    const { secretary, base } = await school()
    assert.equal((await secretary.get(`${base}/0198c0de-0000-7000-8000-000000000000`)).status, 404)
    assert.equal((await secretary.get(`${base}/' or 1=1`)).status, 404)
  })
})
