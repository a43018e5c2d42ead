import { test } from '@japa/runner'
import { changedFields } from '#secretariat/domain/changes'
import { sectionName } from '#secretariat/domain/section_name'

test.group('News of a changed card', () => {
  test('names the fields, not what they hold', ({ assert }) => {
    const before = { surname: 'Żak', phone: null as string | null, city: 'Lublin' }
    assert.deepEqual(changedFields(before, { surname: 'Żak-Lis', phone: null, city: 'Lublin' }), ['surname'])
  })

  test('an empty field and a missing one are the same', ({ assert }) => {
    assert.deepEqual(changedFields({ phone: undefined as string | null | undefined }, { phone: null }), [])
  })
})

test.group('Names of sections', () => {
  test('class 4b, and the preschool group of Bees', ({ assert }) => {
    assert.equal(sectionName({ gradeLevel: 4, symbol: 'b' }), '4b')
    assert.equal(sectionName({ gradeLevel: 0, symbol: 'P' }), 'P')
  })
})
