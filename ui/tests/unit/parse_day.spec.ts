import '@japa/assert'
import { test } from '@japa/runner'
import { parseDay } from '../../forms/parse_day.ts'

test.group('A birth date as secretaries type it', () => {
  test('all usual ways of writing mean the same day', ({ assert }) => {
    for (const typed of ['12.11.2016', '12/11/2016', '12 11 2016', '2016-11-12', '12112016', '12.11.16']) {
      assert.equal(parseDay(typed), '2016-11-12', typed)
    }
  })

  test('a day the calendar does not have is refused, not moved to March', ({ assert }) => {
    assert.isNull(parseDay('30.02.2016'))
    assert.isNull(parseDay('29.02.2015'))
    assert.equal(parseDay('29.02.2016'), '2016-02-29')
  })

  test('something else is no date', ({ assert }) => {
    assert.isNull(parseDay('jutro'))
    assert.isNull(parseDay(''))
  })
})
