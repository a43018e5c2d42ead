import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { registry } from '../../../app/plugins/registry.ts'
import { inTenant } from '../../../app/tenancy/tenancy.ts'
import { owner, personWith, twoUnits, visit } from '../../../app/testing/index.ts'

const CLUB = 'sample-club'

test.group('A director switches a plugin', () => {
  test('off and on again with one click each; the answer already shows it, the other school keeps its own', async ({
    assert,
  }) => {
    const [school, other] = await twoUnits()
    const browser = visit((await personWith(['director'], school)).token)
    const href = `/${school.slug}/plugins/${CLUB}/activation`
    const off = await browser.delete(href)
    assert.equal(off.status, 303)
    assert.isFalse(registry.isActive(CLUB, school.id))
    assert.isTrue(registry.isActive(CLUB, other.id))
    const page = await browser.get(`/${school.slug}/plugins`)
    assert.equal(page.component, 'core/plugins/index')
    const { text, undo } = page.props.flash as { text: string; undo: { href: string; method: string } }
    assert.match(text, /Koło próbne/)
    assert.deepInclude(undo, { href, method: 'post' })
    await browser.post(undo.href)
    assert.isTrue(registry.isActive(CLUB, school.id))
  })

  test('and the trail of the school tells who did it', async ({ assert }) => {
    const [school] = await twoUnits()
    const director = await personWith(['director'], school)
    const browser = visit(director.token)
    await browser.delete(`/${school.slug}/plugins/${CLUB}/activation`)
    const { rows } = (await browser.get(`/${school.slug}/audit?f.object=plugins_activations`)).props as {
      rows: { objectId: string; actor: string; changes: { field: string; before: string; after: string }[] }[]
    }
    const change = rows.find(({ objectId, actor }) => objectId === CLUB && actor === 'Łucja Żak-Testowa')
    assert.deepInclude(change?.changes, { field: 'state', before: 'enabled', after: 'disabled' })
  })

  test('every process hears of a switch made elsewhere within a second', async ({ assert }) => {
    const [school] = await twoUnits()
    await owner().rawQuery(
      `update core.plugins_activations set state = 'disabled' where tenant_id = ? and plugin_id = ?`,
      [school.id, CLUB]
    )
    const until = Date.now() + 1_000
    while (registry.isActive(CLUB, school.id) && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 20))
    assert.isFalse(registry.isActive(CLUB, school.id))
  })

  test('only if the city granted it', async ({ assert }) => {
    const [school] = await twoUnits({ plugins: ['secretariat'] })
    const browser = visit((await personWith(['director'], school)).token)
    assert.equal((await browser.post(`/${school.slug}/plugins/${CLUB}/activation`)).status, 404)
    assert.isEmpty(await inTenant(school.id, () => db.from('plugins_activations').where('plugin_id', CLUB)))
  })

  test('nobody else does: a teacher and a deputy are refused', async ({ assert }) => {
    const [school] = await twoUnits()
    for (const role of ['teacher', 'deputy_director', 'guardian'] as const) {
      const browser = visit((await personWith([role], school)).token)
      assert.equal((await browser.delete(`/${school.slug}/plugins/${CLUB}/activation`)).status, 403, role)
    }
    assert.isTrue(registry.isActive(CLUB, school.id))
  })
})

test.group('The city looks at its plugins', () => {
  test('and sees where each is on, who may use it and what it keeps', async ({ assert }) => {
    const [school] = await twoUnits()
    const browser = visit((await personWith(['it_operator'], 'city')).token)
    const page = await browser.get('/city/plugins')
    assert.equal(page.component, 'core/plugins/city')
    const plugins = page.props.plugins as {
      id: string
      on: number
      granted: number
      personalData: unknown[]
    }[]
    const club = plugins.find(({ id }) => id === CLUB)!
    assert.isAtLeast(club.on, 2)
    assert.isAtLeast(club.granted, club.on)
    assert.lengthOf(club.personalData, 1)
    assert.exists(school)
  })
})
