import { test } from '@japa/runner'
import { causesAbove, wayTo, withoutRings, type Look } from '#ops/health/dependencies'
import { inMaintenance } from '#ops/health/maintenance'
import type { EntityState } from '#ops/health/states'
import { answered, entity, silent, watched } from './small_city.ts'

/** Numbers that look random and are the same in every run. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function shuffled<T>(all: readonly T[], next: (below: number) => number): T[] {
  const left = [...all]
  return Array.from({ length: left.length }, () => left.splice(next(left.length), 1)[0])
}

/** A random network without rings: each entity hangs on up to three before it, some named twice. */
function network(next: (below: number) => number) {
  const ids = Array.from({ length: 4 + next(10) }, (_, i) => `e${i}`)
  return new Map(ids.map((id, i) => [id, i === 0 ? [] : Array.from({ length: next(4) }, () => ids[next(i)])]))
}

/** What is right for a network in which the dead are dead and everything behind only dead ones is silent. */
function truth(parents: Map<string, string[]>, dead: ReadonlySet<string>): Record<string, EntityState> {
  const states: Record<string, EntityState> = {}
  for (const [id, above] of parents) {
    const cut = above.length > 0 && above.every((parent) => states[parent] !== 'UP')
    states[id] = cut ? 'UNREACHABLE' : dead.has(id) ? 'DOWN' : 'UP'
  }
  return states
}

test.group('Verdicts do not depend on who was asked first', () => {
  for (let seed = 1; seed <= 60; seed++) {
    test(`network ${seed}`, ({ assert }) => {
      const next = numbers(seed)
      const parents = network(next)
      const ids = [...parents.keys()]
      const dead = new Set(ids.filter(() => next(4) === 0))
      const right = truth(parents, dead)
      for (let run = 0; run < 5; run++) {
        const city = watched(ids.map((id) => entity(id, 'other', parents.get(id))))
        city.round(shuffled(ids, next), () => answered())
        for (let round = 0; round < 9; round++) {
          city.round(shuffled(ids, next), (id) => (right[id] === 'UP' ? answered() : silent))
        }
        const found = Object.fromEntries(ids.map((id) => [id, city.watch.state(id)]))
        // With many dead at once the collector may suspect itself; then nobody is said to be down.
        if (!city.watch.blind) assert.deepEqual(found, right)
        for (const id of city.everDown) assert.equal(right[id], 'DOWN', `${id} was said to be down`)
      }
    })
  }
})

test.group('Ways to an entity', () => {
  const way = (parents: Record<string, string[]>, looks: Record<string, Look>) =>
    wayTo('firewall', new Map(Object.entries(parents)), (id) => looks[id])

  test('a link that may be out as well lets the verdict wait', ({ assert }) => {
    assert.equal(way({ firewall: ['link'] }, { link: 'waiting' }), 'undecided')
    assert.equal(way({ firewall: ['link'] }, { link: 'unknown' }), 'open')
    assert.equal(way({ firewall: ['link', 'radio'] }, { link: 'closed', radio: 'waiting' }), 'undecided')
    assert.equal(way({ firewall: ['link', 'radio'] }, { link: 'closed', radio: 'open' }), 'open')
    assert.equal(way({ firewall: ['link'], link: ['core'] }, { link: 'waiting', core: 'closed' }), 'closed')
  })

  test('rings are opened, repetitions are one, the rest is kept', ({ assert }) => {
    const parents = new Map([
      ['core', []],
      ['a', ['core', 'c', 'c']],
      ['b', ['a', 'a']],
      ['c', ['b', 'core']],
      ['self', ['self', 'core']],
      ['leaf', ['c', 'elsewhere']],
    ])
    assert.deepEqual(Object.fromEntries(withoutRings(parents)), {
      core: [],
      a: ['core'],
      b: [],
      c: ['core'],
      self: ['core'],
      leaf: ['c', 'elsewhere'],
    })
  })

  test('a chain of ten thousand is walked without a deep stack', ({ assert }) => {
    const chain = new Map(Array.from({ length: 10_000 }, (_, i) => [`${i}`, i ? [`${i - 1}`] : []]))
    assert.deepEqual(withoutRings(chain).get('9999'), ['9998'])
  })

  test('the cause of an outage is the nearest that is out of itself', ({ assert }) => {
    const parents = new Map([
      ['edge', ['cpe']],
      ['cpe', ['ring-a', 'ring-b']],
      ['ring-a', ['core']],
      ['ring-b', ['core']],
    ])
    const states: Record<string, EntityState> = {
      cpe: 'UNREACHABLE',
      'ring-a': 'DOWN',
      'ring-b': 'UNREACHABLE',
      core: 'DOWN',
    }
    assert.sameMembers(
      causesAbove('edge', parents, (id) => states[id]),
      ['ring-a', 'core']
    )
  })
})

test.group('What agreed work covers', () => {
  const parents = new Map([
    ['edge', ['cpe']],
    ['cpe', ['core']],
  ])
  const entities = [
    { id: 'core', tenantId: 1 },
    { id: 'cpe', tenantId: 2 },
    { id: 'edge', tenantId: 2 },
    { id: 'other', tenantId: 3 },
  ]
  const covered = (tenantId: number | null, deviceId: string | null, subtree: boolean) =>
    [...inMaintenance([{ tenantId, deviceId, subtree }], entities, parents)].sort()

  test('a device, a device with what hangs on it, a unit, or everything', ({ assert }) => {
    assert.deepEqual(covered(1, 'core', false), ['core'])
    assert.deepEqual(covered(1, 'core', true), ['core', 'cpe', 'edge'])
    assert.deepEqual(covered(2, null, false), ['cpe', 'edge'])
    assert.deepEqual(covered(null, null, false), ['core', 'cpe', 'edge', 'other'])
  })
})
