import { test } from '@japa/runner'
import { contracts } from '@unia/platform/contracts'
import { personWith, switchInUnit, twoUnits, visit } from '@unia/platform/testing'
import { inTenant } from '@unia/platform/scope'
import { composePesel, warsawDay } from '@unia/platform/values'
import { Pupils, Sections } from '#secretariat/contract'
import { admission, admitted, errorsOf, section } from '#secretariat/tests/school'

async function twoSchools() {
  const [a, b] = await twoUnits()
  const [ours, theirs] = [
    visit((await personWith(['secretary'], a)).token),
    visit((await personWith(['secretary'], b)).token),
  ]
  const pesel = composePesel('2016-05-04', Math.floor(Math.random() * 10_000))
  const sectionOfA = await section(a, 4, 'a')
  const sex = Number(pesel[9]) % 2 ? 'm' : 'f'
  const pupil = await admitted(ours, a, sectionOfA, { pesel, sex })
  return { a, b, ours, theirs, pesel, sectionOfA, pupil }
}

test.group('Pupils of school A in school B', () => {
  test('are in no list, search or file', async ({ assert }) => {
    const { b, theirs, pesel } = await twoSchools()
    const pages = ['/secretariat/pupils', '/secretariat/pupils?q=zol', `/secretariat/pupils?q=${pesel}`]
    for (const path of [
      ...pages,
      '/secretariat/pupils/export',
      '/search?q=zoladz',
      `/search?q=${pesel}`,
      '/secretariat/sections',
    ]) {
      const { status, text } = await theirs.get(`/${b.slug}${path}`)
      assert.equal(status, 200, path)
      assert.notInclude(text, 'Żołądź', path)
    }
  })

  test('have no card, form, certificate or PESEL there', async ({ assert }) => {
    const { b, theirs, pupil, sectionOfA } = await twoSchools()
    const card = `/${b.slug}/secretariat/pupils/${pupil}`
    for (const path of ['', '/edit', '/certificate', '/guardians/create', '/section-memberships/create']) {
      assert.equal((await theirs.get(card + path)).status, 404, path)
    }
    assert.equal((await theirs.post(`${card}/pesel-reading`)).status, 404)
    assert.equal((await theirs.get(`/${b.slug}/secretariat/sections/${sectionOfA}`)).status, 404)
  })

  test('cannot be changed, moved or joined from there', async ({ assert }) => {
    const { a, b, ours, theirs, pupil, sectionOfA } = await twoSchools()
    const base = `/${b.slug}/secretariat/pupils`
    const { from, id: _id, sectionId: _section, ...card } = admission(sectionOfA)
    assert.equal((await theirs.put(`${base}/${pupil}`, { ...card, version: 1, city: 'X' })).status, 404)
    const moved = await theirs.post(`${base}/${pupil}/section-memberships`, { sectionId: sectionOfA, from })
    assert.equal(moved.status, 404)
    await theirs.post(base, admission(sectionOfA))
    assert.property(await errorsOf(theirs, `${base}/create`), 'sectionId')
    assert.containsSubset((await ours.get(`/${a.slug}/secretariat/pupils/${pupil}`)).props.pupil, {
      version: 1,
    })
  })

  test('are unknown to the contracts', async ({ assert }) => {
    const { a, b, pupil, sectionOfA } = await twoSchools()
    const asked = async () => {
      const pupils = await contracts.require(Pupils)
      const sections = await contracts.require(Sections)
      return {
        byId: (await pupils.byIds([pupil])).size,
        found: (await pupils.search('zoladz')).length,
        enrolled: (await pupils.enrolledOn(warsawDay())).length,
        guardians: [...(await pupils.guardiansOf([pupil])).values()].flat().length,
        sections: (await sections.sectionsOn(warsawDay())).length,
        members: (await sections.membersOf([sectionOfA], warsawDay())).get(sectionOfA)!.length,
      }
    }
    assert.deepEqual(await inTenant(a.id, asked), {
      byId: 1,
      found: 1,
      enrolled: 1,
      guardians: 0,
      sections: 1,
      members: 1,
    })
    assert.deepEqual(await inTenant(b.id, asked), {
      byId: 0,
      found: 0,
      enrolled: 0,
      guardians: 0,
      sections: 0,
      members: 0,
    })
  })

  test('switched off, the secretariat is gone; switched on, the pupil is back', async ({ assert }) => {
    const { a, ours, pupil } = await twoSchools()
    const card = `/${a.slug}/secretariat/pupils/${pupil}`
    await switchInUnit(a, 'secretariat', false)
    assert.equal((await ours.get(card)).status, 404)
    const home = await ours.get(`/${a.slug}`)
    assert.notInclude(home.text, '/secretariat/')
    await switchInUnit(a, 'secretariat', true)
    assert.equal((await ours.get(card)).status, 200)
  })
})
