import { test } from '@japa/runner'
import { isLimited, isOverLimit } from '#secretariat/domain/section_limit'
import { sectionLimit } from '#secretariat/parameters/section_limit'

const third = { gradeLevel: 3, kind: 'general' }

test.group('Size of a section', () => {
  test('class 3a may have 25 pupils; the 26th is over the limit', ({ assert }) => {
    assert.isFalse(isOverLimit(third, 25, 25))
    assert.isTrue(isOverLimit(third, 26, 25))
  })

  test('grades 1, 2 and 3 are limited; the preschool year and grade 4 are not', ({ assert }) => {
    const limited = [0, 1, 2, 3, 4, 8].filter((gradeLevel) => isLimited({ gradeLevel, kind: 'general' }))
    assert.deepEqual(limited, [1, 2, 3])
  })

  test('a special section follows other rules', ({ assert }) => {
    assert.isFalse(isOverLimit({ gradeLevel: 1, kind: 'special' }, 30, 25))
  })

  test('the limit is dated, and marked for a lawyer to confirm', ({ assert }) => {
    assert.containsSubset(sectionLimit.values, [{ value: 25, verify: true, to: null }])
  })
})
