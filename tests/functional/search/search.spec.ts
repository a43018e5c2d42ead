import { test } from '@japa/runner'
import { aUnit, personWith, visit } from '../../../app/testing/index.ts'

interface Group {
  label: string
  hits: { title: string; href: string }[]
}

const find = async (token: string, place: string, q: string): Promise<Group[]> =>
  JSON.parse((await visit(token).get(`/${place}/search?q=${encodeURIComponent(q)}`)).text).groups

const hrefs = (groups: Group[]) => groups.flatMap(({ hits }) => hits.map(({ href }) => href))

test.group('Search', () => {
  test('a director finds the page of roles, a teacher does not', async ({ assert }) => {
    const unit = await aUnit({ plugins: [] })
    const [director, teacher] = [await personWith(['director'], unit), await personWith(['teacher'], unit)]
    assert.include(hrefs(await find(director.token, unit.slug, 'rol')), `/${unit.slug}/memberships`)
    assert.isEmpty(hrefs(await find(teacher.token, unit.slug, 'rol')))
  })

  test('one letter finds nothing', async ({ assert }) => {
    const unit = await aUnit({ plugins: [] })
    const { token } = await personWith(['director'], unit)
    assert.isEmpty(await find(token, unit.slug, 'r'))
  })

  test('the city finds a unit by name without diacritics and by its code', async ({ assert }) => {
    const unit = await aUnit({ plugins: [] })
    const { token } = await personWith(['city_officer'], 'city')
    for (const q of [unit.slug, 'lucji zak']) {
      assert.isTrue(
        hrefs(await find(token, 'city', q)).some((href) => href.startsWith('/city/units?q=')),
        q
      )
    }
    assert.isEmpty(await find(token, 'city', 'nie ma takiej'))
  })
})
