import { test } from '@japa/runner'
import { byDeadline, type Need } from '../../../app/home/home_page.ts'

const need = (text: string, due: string | null, state: Need['state'] = null): Need => ({
  text,
  href: '/',
  due,
  state,
})

test('what waits for the director is sorted by deadline, then by how bad it is', ({ assert }) => {
  const needs = [
    need('bez terminu', null, 'critical'),
    need('jutro', '2026-11-24'),
    need('dziś, pilne', '2026-11-23', 'warning'),
    need('dziś, krytyczne', '2026-11-23', 'critical'),
  ]
  assert.deepEqual(
    needs.sort(byDeadline).map(({ text }) => text),
    ['dziś, krytyczne', 'dziś, pilne', 'jutro', 'bez terminu']
  )
})
