import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { HomeCard } from '../../../app/home/home_card.ts'
import { registry } from '../../../app/plugins/registry.ts'
import { aUnit, personWith, visit } from '../../../app/testing/index.ts'

const PERMISSION = 'core.home.view'
const card = (id: string, load: HomeCard['load'], permission = PERMISSION): HomeCard => ({
  id,
  permission,
  load,
})
const figures = async () => ({
  default: async () => ({ title: 'core.menu.jobs', figures: [{ label: 'core.menu.home', value: 3 }] }),
})

test.group('Cards of the home page', (group) => {
  group.each.setup(() => {
    const before = registry.activeIn
    return () => {
      registry.activeIn = before
    }
  })
  const give = (cards: HomeCard[]) => {
    registry.activeIn = () => [
      { id: 'sample', version: '1.0.0', platform: '*', area: 'x', kinds: 'all', cards },
    ]
  }

  test('a card whose query fails is shown as unavailable, the next one still works', async ({ assert }) => {
    give([
      card('broken', async () => ({
        default: async () => db.rawQuery('select * from no_such_table') as never,
      })),
      card('fine', async () => ({
        default: async () => {
          const { rows } = await db.rawQuery('select 5 as n')
          return { title: 'core.menu.jobs', figures: [{ label: 'core.menu.home', value: rows[0].n }] }
        },
      })),
    ])
    const unit = await aUnit({ plugins: [] })
    const { token } = await personWith(['director'], unit)
    const { status, props } = await visit(token).get(`/${unit.slug}`)
    assert.equal(status, 200)
    assert.containsSubset(props.cards, [
      { id: 'sample.broken', title: null },
      { id: 'sample.fine', title: 'Zadania w tle', figures: [{ label: 'Pulpit', value: 5 }] },
    ])
  })

  test('a card is there only for roles that hold its permission', async ({ assert }) => {
    give([card('open', figures), card('closed', figures, 'core.membership.view')])
    const unit = await aUnit({ plugins: [] })
    const { token } = await personWith(['teacher'], unit)
    const { cards } = (await visit(token).get(`/${unit.slug}`)).props
    assert.deepEqual(
      (cards as { id: string }[]).map(({ id }) => id),
      ['sample.open']
    )
  })

  test('at most seven things need the director, the earliest first', async ({ assert }) => {
    const needs = Array.from({ length: 9 }, (_, i) => ({
      text: 'core.menu.home',
      href: `/${i}`,
      due: `2026-12-${20 - i}`,
    }))
    give([
      card('needs', async () => ({ default: async () => ({ title: 'core.menu.jobs', figures: [], needs }) })),
    ])
    const unit = await aUnit({ plugins: [] })
    const { token } = await personWith(['director'], unit)
    const { props } = await visit(token).get(`/${unit.slug}`)
    assert.deepEqual(
      (props.needs as { href: string }[]).map(({ href }) => href),
      ['/8', '/7', '/6', '/5', '/4', '/3', '/2']
    )
    assert.equal(props.needsMore, 2)
  })
})
