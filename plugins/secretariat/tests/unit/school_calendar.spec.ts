import { test } from '@japa/runner'
import { classesEnd } from '@unia/platform/values'
import { slotRefusal, usualSlots } from '#secretariat/domain/bells'
import { christmasBreak, springBreak } from '#secretariat/domain/breaks'
import { periodRefusal, usualPeriods } from '#secretariat/domain/periods'
import { dayKind, directorDaysUsed, teachingDays, type YearPlan } from '#secretariat/domain/school_days'

const plan = (spans: YearPlan['spans'] = []): YearPlan => ({
  classesStart: '2026-09-01',
  classesEnd: '2027-06-25',
  spans: [
    ...spans,
    { kind: 'christmas', ...christmasBreak(2026) },
    { kind: 'winter', from: '2027-01-18', to: '2027-01-31' },
    { kind: 'spring', ...springBreak(2026) },
  ],
})

test.group('A school year', () => {
  test('S7: classes end on the first Friday after 20 June', ({ assert }) => {
    assert.deepEqual([2025, 2026, 2027].map(classesEnd), ['2026-06-26', '2027-06-25', '2028-06-23'])
  })

  test('has the breaks of the regulation', ({ assert }) => {
    assert.deepEqual(christmasBreak(2025), { from: '2025-12-22', to: '2025-12-31' })
    assert.deepEqual(christmasBreak(2026), { from: '2026-12-23', to: '2026-12-31' })
    assert.deepEqual(springBreak(2026), { from: '2027-03-25', to: '2027-03-30' })
  })

  test('{day} is {kind}')
    .with([
      { day: '2026-08-31', kind: 'outside' },
      { day: '2026-09-01', kind: 'teaching' },
      { day: '2026-09-05', kind: 'weekend' },
      { day: '2026-11-11', kind: 'holiday' },
      { day: '2026-12-23', kind: 'christmas' },
      { day: '2027-01-20', kind: 'winter' },
      { day: '2027-03-29', kind: 'holiday' },
      { day: '2027-03-30', kind: 'spring' },
      { day: '2027-06-26', kind: 'outside' },
    ])
    .run(({ assert }, { day, kind }) => assert.equal(dayKind(plan(), day), kind))

  test('a Saturday made up is a day of classes, a director’s Monday is none', ({ assert }) => {
    const changed = plan([
      { kind: 'director', from: '2026-11-02', to: '2026-11-02' },
      { kind: 'working', from: '2026-11-07', to: '2026-11-07' },
    ])
    assert.deepEqual(teachingDays(changed, { from: '2026-11-01', to: '2026-11-09' }), [
      ...['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-07', '2026-11-09'],
    ])
  })

  test('weekends and holidays do not use up the director’s days', ({ assert }) => {
    assert.equal(
      directorDaysUsed(plan([{ kind: 'director', from: '2026-11-09', to: '2026-11-15' }])),
      4,
      'Monday to Sunday with 11 November'
    )
  })
})

test.group('Classification periods', () => {
  const first = { name: 'I', startsOn: '2026-09-01', endsOn: '2027-01-15' }

  test('the usual halves cover the year', ({ assert }) => {
    assert.isNull(periodRefusal(plan(), usualPeriods(plan())))
  })

  test('may leave out days without classes', ({ assert }) => {
    assert.isNull(
      periodRefusal(plan(), [first, { name: 'II', startsOn: '2027-02-01', endsOn: '2027-06-25' }])
    )
  })

  test('must not overlap, lose a day, or run backwards', ({ assert }) => {
    const second = { name: 'II', startsOn: '2027-01-15', endsOn: '2027-06-25' }
    assert.deepEqual(periodRefusal(plan(), [first, second]), { why: 'overlap', at: 1 })
    assert.deepEqual(periodRefusal(plan(), [first, { ...second, startsOn: '2027-02-02' }]), {
      why: 'uncovered',
      day: '2027-02-01',
    })
    assert.deepEqual(periodRefusal(plan(), [{ ...first, endsOn: '2026-08-01' }]), { why: 'order', at: 0 })
    assert.deepEqual(periodRefusal(plan(), []), { why: 'none' })
  })
})

test.group('Bells', () => {
  test('the usual day has eight lessons and ends at 15:15', ({ assert }) => {
    assert.isNull(slotRefusal(usualSlots()))
    assert.deepInclude(usualSlots().at(-1)!, { number: 8, endsAt: '15:15' })
  })

  test('lessons follow one another', ({ assert }) => {
    const [one, two] = usualSlots()
    assert.deepEqual(slotRefusal([one!, { ...two!, startsAt: '08:40' }]), { why: 'overlap', number: 2 })
    assert.deepEqual(slotRefusal([{ ...one!, endsAt: '07:00' }]), { why: 'order', number: 1 })
    assert.deepEqual(slotRefusal([two!, { ...one!, startsAt: '10:00', endsAt: '10:45' }]), {
      why: 'number',
      number: 1,
    })
  })
})
