import '@japa/assert'
import { test } from '@japa/runner'
import { judge } from '../../live/sequence.ts'

test.group('The wall keeps in step with the console', () => {
  test('the next change is shown', ({ assert }) => {
    assert.equal(judge(7, { seq: 8 }), 'apply')
  })

  test('a change that the snapshot already holds is not counted twice', ({ assert }) => {
    assert.equal(judge(7, { seq: 7 }), 'ignore')
    assert.equal(judge(undefined, { seq: 3 }), 'ignore')
  })

  test('after a lost change the whole state is asked for again', ({ assert }) => {
    assert.equal(judge(7, { seq: 9 }), 'snapshot')
  })
})
