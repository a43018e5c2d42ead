import { test } from '@japa/runner'
import {
  addMonths,
  addWorkingDays,
  ageOn,
  classesEnd,
  classesStart,
  deadline,
  deadlineInMonths,
  easter,
  holidayOn,
  instantsOf,
  isDay,
  isWorkingDay,
  parseSchoolYear,
  publicHolidays,
  schoolYearDays,
  schoolYearLabel,
  schoolYearOf,
  warsawDay,
  weekday,
  workingDaysBetween,
} from '../../../app/values/dates.ts'

test.group('Days and school years', () => {
  test('classes of {0} end on {1} (secretariat S7)')
    .with([
      [2024, '2025-06-27'],
      [2025, '2026-06-26'],
      [2026, '2027-06-25'],
      [2027, '2028-06-23'],
    ] as const)
    .run(({ assert }, [year, day]) => {
      assert.equal(classesEnd(year), day)
      assert.equal(weekday(day), 5)
    })

  test('classes begin on 1 September or on the Monday after', ({ assert }) => {
    assert.equal(classesStart(2026), '2026-09-01')
    assert.equal(classesStart(2023), '2023-09-04')
    assert.equal(classesStart(2024), '2024-09-02')
    assert.equal(classesStart(2028), '2028-09-04')
  })

  test('a school year runs from September to August', ({ assert }) => {
    assert.equal(schoolYearOf('2026-08-31'), 2025)
    assert.equal(schoolYearOf('2026-09-01'), 2026)
    assert.equal(schoolYearOf('2027-01-01'), 2026)
    assert.equal(schoolYearLabel(2026), '2026/2027')
    assert.deepEqual(schoolYearDays(2026), { from: '2026-09-01', to: '2027-08-31' })
    assert.deepEqual(parseSchoolYear('2026/2027'), { ok: true, value: 2026 })
    assert.deepEqual(parseSchoolYear('2026/27'), { ok: true, value: 2026 })
    assert.deepEqual(parseSchoolYear('2026/2028'), { ok: false, error: 'format' })
    assert.deepEqual(parseSchoolYear('1999/2000'), { ok: true, value: 1999 })
  })

  test('an instant belongs to the day it is in Warsaw', ({ assert }) => {
    assert.equal(warsawDay(new Date('2026-07-31T22:30:00Z')), '2026-08-01')
    assert.equal(warsawDay(new Date('2026-12-31T22:59:59Z')), '2026-12-31')
    assert.equal(warsawDay(new Date('2026-12-31T23:00:00Z')), '2027-01-01')
  })

  test('days on which the clocks change have 23 and 25 hours', ({ assert }) => {
    const hours = (day: string) => {
      const { from, until } = instantsOf(day)
      return (until.getTime() - from.getTime()) / 3_600_000
    }
    assert.deepEqual([hours('2026-03-29'), hours('2026-10-25'), hours('2026-09-01')], [23, 25, 24])
  })

  test('only days of the calendar are days', ({ assert }) => {
    assert.isTrue(isDay('2028-02-29'))
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-9-1',
      '20260901',
      '2026-09-01T00:00',
      '',
      '1.09.2026',
    ]) {
      assert.isFalse(isDay(text), text)
    }
    assert.throws(() => weekday('2026-02-30'), /E_NOT_A_DAY/)
  })

  test('who is born on 29 February comes of age on the 28th', ({ assert }) => {
    assert.equal(ageOn('2008-02-29', '2026-02-27'), 17)
    assert.equal(ageOn('2008-02-29', '2026-02-28'), 18)
    assert.equal(ageOn('2008-02-29', '2028-02-28'), 19)
    assert.equal(ageOn('2008-02-29', '2028-02-29'), 20)
    assert.equal(ageOn('2008-09-01', '2026-08-31'), 17)
    assert.equal(ageOn('2008-09-01', '2026-09-01'), 18)
    assert.equal(ageOn('2026-09-01', '2026-09-01'), 0)
  })
})

test.group('Holidays and deadlines', () => {
  test('Easter of {0} is on {1}')
    .with([
      [1961, '1961-04-02'],
      [2000, '2000-04-23'],
      [2008, '2008-03-23'],
      [2011, '2011-04-24'],
      [2024, '2024-03-31'],
      [2025, '2025-04-20'],
      [2026, '2026-04-05'],
      [2027, '2027-03-28'],
      [2038, '2038-04-25'],
    ] as const)
    .run(({ assert }, [year, day]) => assert.equal(easter(year), day))

  test('a year has fourteen holidays since Christmas Eve is one', ({ assert }) => {
    assert.equal(publicHolidays(2025).size, 14)
    assert.equal(publicHolidays(2024).size, 13)
    assert.isNull(holidayOn('2024-12-24'))
    assert.equal(holidayOn('2025-12-24'), 'christmasEve')
    assert.equal(holidayOn('2026-06-04'), 'corpusChristi')
    assert.equal(holidayOn('2026-05-24'), 'pentecost')
    assert.isNull(holidayOn('2010-01-06'))
    assert.equal(holidayOn('2011-01-06'), 'epiphany')
  })

  test('working days are Monday to Friday without holidays', ({ assert }) => {
    assert.isTrue(isWorkingDay('2026-11-23'))
    assert.isFalse(isWorkingDay('2026-11-22'))
    assert.isFalse(isWorkingDay('2026-11-21'))
    assert.isFalse(isWorkingDay('2026-11-11'))
    assert.equal(addWorkingDays('2026-12-23', 1), '2026-12-28')
    assert.equal(addWorkingDays('2026-12-28', -1), '2026-12-23')
    assert.equal(addWorkingDays('2026-12-25', 0), '2026-12-25')
    assert.equal(workingDaysBetween('2026-12-21', '2026-12-31'), 7)
    assert.equal(workingDaysBetween('2026-12-31', '2026-12-21'), 0)
  })

  test('{1} days after {0} end on {2}')
    .with([
      ['2026-11-02', 7, '2026-11-09'],
      ['2026-10-29', 7, '2026-11-05'],
      ['2026-11-07', 7, '2026-11-16'],
      ['2026-12-10', 14, '2026-12-28'],
      ['2024-12-10', 14, '2024-12-24'],
      ['2026-04-21', 10, '2026-05-04'],
      ['2026-03-20', 14, '2026-04-03'],
      ['2026-03-21', 14, '2026-04-07'],
    ] as const)
    .run(({ assert }, [event, days, end]) => assert.equal(deadline(event, days), end))

  test('a period of months ends on the same day or on the last one', ({ assert }) => {
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28')
    assert.equal(deadlineInMonths('2026-01-31', 1), '2026-03-02')
    assert.equal(deadlineInMonths('2026-09-15', 1), '2026-10-15')
  })
})
