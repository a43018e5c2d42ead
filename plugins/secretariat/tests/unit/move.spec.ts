import { test } from '@japa/runner'
import { moveRefusal } from '#secretariat/domain/move'

const now = { sectionId: '4a', validFrom: '2026-09-01' }
const fourB = { id: '4b', schoolYear: 2026 }

test.group('Moving to another section', () => {
  test('from 4a to 4b in November', ({ assert }) => {
    assert.isNull(moveRefusal(now, fourB, '2026-11-23'))
  })

  test('a pupil without a section may join one', ({ assert }) => {
    assert.isNull(moveRefusal(null, fourB, '2026-09-01'))
  })

  test('nobody moves to where they are', ({ assert }) => {
    assert.equal(moveRefusal(now, { id: '4a', schoolYear: 2026 }, '2026-11-23'), 'same_section')
  })

  test('not before the current section began, nor on that day', ({ assert }) => {
    assert.equal(moveRefusal(now, fourB, '2026-09-01'), 'before_current')
  })

  test('not on a day of another school year', ({ assert }) => {
    assert.equal(moveRefusal(now, fourB, '2027-09-01'), 'other_year')
    assert.equal(moveRefusal(now, fourB, '2026-08-31'), 'other_year')
  })
})
