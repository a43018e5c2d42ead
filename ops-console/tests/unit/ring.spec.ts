import { test } from '@japa/runner'
import { Ring } from '#ops/stream/ring'

test.group('The last deltas of a room', () => {
  test('what came after a number, in order', ({ assert }) => {
    const ring = new Ring<string>()
    ;['a', 'b', 'c'].forEach((one) => ring.push(one, 1))
    assert.deepEqual(
      ring.after(1)!.map(({ changes }) => changes),
      ['b', 'c']
    )
    assert.deepEqual(ring.after(3), [])
  })

  test('a number that is gone, negative, broken or not given yet asks for a snapshot', ({ assert }) => {
    const ring = new Ring<string>(3)
    for (const one of 'abcdef') ring.push(one, 1)
    assert.lengthOf(ring.after(3)!, 3)
    for (const seq of [2, -1, 7, 3.5, Number.NaN]) assert.isNull(ring.after(seq))
  })

  test('it never keeps more entities than allowed, and one delta above that not at all', ({ assert }) => {
    const ring = new Ring<string>(100)
    for (let i = 0; i < 1000; i++) ring.push('x', 10)
    assert.isNull(ring.after(ring.seq - 11))
    assert.lengthOf(ring.after(ring.seq - 10)!, 10)
    ring.push('whole city', 101)
    assert.isNull(ring.after(ring.seq - 1))
    assert.deepEqual(ring.after(ring.seq), [])
  })
})
