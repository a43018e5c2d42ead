import { test } from '@japa/runner'
import { openAfter } from '../../domain/open_incidents.ts'

const incident = (
  id: string,
  minute: number,
  closedAt: string | null = null,
  owner: string | null = null
) => ({
  ...{ id, owner, closedAt },
  openedAt: `2026-11-24T10:0${minute}:00.000Z`,
})

test.group('Open incidents after a change', () => {
  const open = [incident('b', 2), incident('a', 1)]

  test('what begins stands first, also when told out of order', ({ assert }) => {
    const after = openAfter(open, [incident('d', 4), incident('c', 3)])
    assert.deepEqual(
      after.map(({ id }) => id),
      ['d', 'c', 'b', 'a']
    )
  })

  test('what is over goes, whether it was there or not', ({ assert }) => {
    const after = openAfter(open, [incident('b', 2, 'now'), incident('x', 0, 'now')])
    assert.deepEqual(
      after.map(({ id }) => id),
      ['a']
    )
  })

  test('what changed keeps its place', ({ assert }) => {
    assert.deepEqual(openAfter(open, [incident('a', 1, null, 'Ewa')]), [
      incident('b', 2),
      incident('a', 1, null, 'Ewa'),
    ])
  })

  test('told twice counts once', ({ assert }) => {
    assert.lengthOf(openAfter(openAfter(open, [incident('c', 3)]), [incident('c', 3)]), 3)
  })
})
