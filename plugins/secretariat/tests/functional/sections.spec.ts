import { test } from '@japa/runner'
import { aUnit, owner, personWith, visit } from '@unia/platform/testing'
import { addDays, schoolYearOf, warsawDay } from '@unia/platform/values'
import { admitted, errorsOf, section } from '#secretariat/tests/school'

async function school() {
  const unit = await aUnit()
  const secretary = visit((await personWith(['secretary'], unit)).token)
  return { unit, secretary, base: `/${unit.slug}/secretariat` }
}

test.group('Sections of a school', () => {
  test('a new section is opened once', async ({ assert }) => {
    const { unit, secretary, base } = await school()
    const { id: unitId } = await owner().from('core.tenancy_units').where('tenant_id', unit.id).firstOrFail()
    const form = {
      unitId,
      schoolYear: schoolYearOf(warsawDay()),
      gradeLevel: 4,
      symbol: 'c',
      kind: 'general',
    }
    await secretary.post(`${base}/sections`, form)
    const { props } = await secretary.get(`${base}/sections`)
    assert.containsSubset(props.sections, [{ name: '4c', pupils: 0 }])
    await secretary.post(`${base}/sections`, form)
    assert.property(await errorsOf(secretary, `${base}/sections/create`), 'symbol')
  })

  test('a moved pupil gets the next roll number and leaves the old section the day before', async ({
    assert,
  }) => {
    const { unit, secretary, base } = await school()
    const [fourA, fourB] = [await section(unit, 4, 'a'), await section(unit, 4, 'b')]
    const began = addDays(warsawDay(), -5)
    const id = await admitted(secretary, unit, fourA, { from: began })
    await admitted(secretary, unit, fourB, { surname: 'Lis', from: began })
    const moved = await secretary.post(`${base}/pupils/${id}/section-memberships`, {
      sectionId: fourB,
      from: warsawDay(),
    })
    assert.equal(moved.location, `${base}/pupils/${id}`)
    const { props } = await secretary.get(`${base}/pupils/${id}`)
    assert.containsSubset(props.pupil, {
      sections: [{ name: '4b', rollNumber: 2 }],
      placements: [
        { section: '4b', from: warsawDay(), to: null },
        { section: '4a', from: began, to: addDays(warsawDay(), -1) },
      ],
    })
  })

  test('a teacher may look at a class list but not open a section', async ({ assert }) => {
    const { unit, secretary, base } = await school()
    const fourA = await section(unit, 4, 'a')
    await admitted(secretary, unit, fourA)
    const teacher = visit((await personWith(['teacher'], unit)).token)
    const { props } = await teacher.get(`${base}/sections/${fourA}`)
    assert.containsSubset(props.members, [{ rollNumber: 1, name: 'Żołądź Hanna' }])
    assert.equal((await teacher.get(`${base}/sections/create`)).status, 403)
  })
})
