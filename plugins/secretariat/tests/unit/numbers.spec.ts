import { test } from '@japa/runner'
import { nextNumber } from '#secretariat/domain/numbers'

test.group('Numbers of the book and of the roll', () => {
  test('the first pupil gets number 1', ({ assert }) => {
    assert.equal(nextNumber([]), 1)
  })

  test('after 118 and the annulled 119 the next admission gets 120', ({ assert }) => {
    assert.equal(nextNumber([118, 119]), 120)
  })

  test('a later arrival is appended, although a number in the middle is free', ({ assert }) => {
    assert.equal(nextNumber([1, 2, 4, 24]), 25)
  })

  test('pupils without a number do not count', ({ assert }) => {
    assert.equal(nextNumber([null, 3, null]), 4)
  })
})
