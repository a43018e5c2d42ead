import { test } from '@japa/runner'
import { grouped, MAX_SCALE, moved, projection, WHOLE, zoomed } from '#ops/domain/map_marks'
import { pruned, sickOnly, sizeOf, topology, type Branch } from '#ops/domain/topology'
import type { DeviceView } from '#ops/stream/view'

const FRAME = { width: 900, height: 600 }

test.group('Marks on the map', () => {
  test('at the smallest scale every place is inside, north is up and east is right', ({ assert }) => {
    const places = [
      { lat: 51.196, lon: 22.617 },
      { lat: 51.265, lon: 22.506 },
    ]
    const { pointOf } = projection(places, FRAME, WHOLE)
    const [southEast, northWest] = places.map(pointOf)
    assert.isAbove(southEast!.x, northWest!.x)
    assert.isAbove(southEast!.y, northWest!.y)
    for (const { x, y } of [southEast!, northWest!]) {
      assert.isTrue(x >= 50 && x <= 850 && y >= 50 && y <= 550, `${x}, ${y}`)
    }
  })

  test('one place alone, and none at all, can be drawn', ({ assert }) => {
    const { pointOf } = projection([{ lat: 51.2, lon: 22.5 }], FRAME, WHOLE)
    assert.deepEqual(pointOf({ lat: 51.2, lon: 22.5 }), { x: 450, y: 300 })
    assert.isTrue(Number.isFinite(projection([], FRAME, WHOLE).pxPerKm))
  })

  for (const count of [2, 7, 20]) {
    test(`${count} marks of one place are spread so that none covers another`, ({ assert }) => {
      const at = { x: 100, y: 100 }
      const groups = grouped(
        Array.from({ length: count }, (_, mark) => ({ mark, at })),
        1
      )
      assert.lengthOf(groups, 1)
      const { marks } = groups[0]!
      assert.lengthOf(marks, count)
      for (const one of marks)
        for (const other of marks) {
          if (one === other) continue
          assert.isAbove(Math.hypot(one.at.x - other.at.x, one.at.y - other.at.y), 17)
        }
    })
  }

  test('too many are counted, and spread again at the largest scale', ({ assert }) => {
    const marks = Array.from({ length: 40 }, (_, mark) => ({ mark, at: { x: 9, y: 9 } }))
    assert.isTrue(grouped(marks, 1)[0]!.counted)
    assert.isFalse(grouped(marks, MAX_SCALE)[0]!.counted)
  })

  test('what is zoomed at stays where it is, and the map does not leave the frame', ({ assert }) => {
    const places = [
      { lat: 51.2, lon: 22.5 },
      { lat: 51.26, lon: 22.6 },
    ]
    const at = projection(places, FRAME, WHOLE).pointOf(places[0]!)
    const after = projection(places, FRAME, zoomed(WHOLE, 3, at, FRAME)).pointOf(places[0]!)
    assert.closeTo(after.x, at.x, 1e-6)
    assert.closeTo(after.y, at.y, 1e-6)
    assert.deepEqual(zoomed({ scale: 2, x: 80, y: 9 }, 0.1, at, FRAME), WHOLE)
    assert.equal(moved(WHOLE, { x: 9999, y: 0 }, FRAME).x, 450)
  })
})

test.group('The tree of dependencies', () => {
  const device = (id: string, kind: string, state = 'UP') =>
    ({ id, kind, state, unit: id, unitName: id, fact: null }) as unknown as DeviceView
  const tree = (devices: DeviceView[], pairs: [string, string][]) =>
    topology(
      new Map(devices.map((one) => [one.id, one])),
      pairs.map(([child, parent]) => ({ child, parent })),
      ({ id }) => id
    )
  const told = (branches: Branch[]): unknown[] =>
    branches.map(({ device: { id }, children }) => (children.length ? [id, ...told(children)] : id))
  const city = () =>
    tree(
      [
        ...[device('sepm', 'sepm'), device('a', 'cpe'), device('b', 'cpe'), device('core', 'core')],
        ...[device('a1', 'edge'), device('b1', 'edge', 'DOWN'), device('a2', 'endpoints')],
      ],
      [
        ...([
          ['a', 'core'],
          ['b', 'core'],
          ['a1', 'a'],
          ['b1', 'b'],
          ['a2', 'sepm'],
          ['a2', 'a1'],
        ] as [string, string][]),
      ]
    )

  test('core first, worst branches first, each device once under what carries its traffic', ({ assert }) => {
    assert.deepEqual(told(city()), [['core', ['b', 'b1'], ['a', ['a1', 'a2']]], 'sepm'])
    const workstations = city()[0]!.children[1]!.children[0]!.children[0]!
    assert.deepEqual(
      workstations.also.map(({ id }) => id),
      ['sepm']
    )
    assert.equal(sizeOf(city()), 7)
  })

  test('only the way to what is not well, or to what is sought, is left', ({ assert }) => {
    assert.deepEqual(told(sickOnly(city())), [['core', ['b', 'b1']]])
    const found = pruned(city(), ({ device: { id } }) => id === 'a1')
    assert.deepEqual(told(found), [['core', ['a', ['a1', 'a2']]]])
  })

  test('a circle and a parent that is not watched lose no device', ({ assert }) => {
    const circle = tree(
      [device('x', 'edge'), device('y', 'cpe'), device('z', 'edge')],
      [
        ['x', 'y'],
        ['y', 'x'],
        ['z', 'gone'],
      ]
    )
    assert.equal(sizeOf(circle), 3)
  })
})
