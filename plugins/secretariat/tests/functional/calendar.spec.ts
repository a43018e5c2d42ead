import { test } from '@japa/runner'
import { contracts } from '@unia/platform/contracts'
import { inTenant } from '@unia/platform/scope'
import { aUnit, owner, personWith, twoUnits, visit } from '@unia/platform/testing'
import { Calendar } from '#secretariat/contract'
import { errorsOf } from '#secretariat/tests/school'

async function school() {
  const unit = await aUnit()
  const { id } = await owner().from('core.tenancy_units').where('tenant_id', unit.id).firstOrFail()
  const secretary = visit((await personWith(['secretary'], unit)).token)
  return { unit, component: id as string, secretary, base: `/${unit.slug}/secretariat/calendars/${id}/2026` }
}

const ask = <T>(unit: { id: number }, work: (calendar: Calendar) => Promise<T>) =>
  inTenant(unit.id, async () => work(await contracts.require(Calendar)))

test.group('The calendar of a school', () => {
  test('follows the regulation before anybody enters it', async ({ assert }) => {
    const { unit, secretary, base } = await school()
    const { props } = await secretary.get(base)
    assert.containsSubset(props.calendar, { id: null, classesStart: '2026-09-01', classesEnd: '2027-06-25' })
    assert.lengthOf(props.months as object[], 12)
    assert.equal(await ask(unit, (calendar) => calendar.nextTeachingDay('2026-12-22')), '2027-01-04')
    assert.lengthOf(await ask(unit, (calendar) => calendar.teachingDays('2026-11-09', '2026-11-15')), 4)
    assert.equal((await ask(unit, (calendar) => calendar.bells('2026-11-09')))[0]!.slots.length, 8)
  })

  test('a director’s day is no teaching day, and everybody hears of it', async ({ assert }) => {
    const { unit, secretary, base } = await school()
    const day = {
      kind: 'director',
      startsOn: '2026-11-12',
      endsOn: '2026-11-13',
      reason: 'po Święcie Niepodległości',
    }
    assert.equal((await secretary.post(`${base}/free-days`, day)).location, base)
    assert.equal(await ask(unit, (calendar) => calendar.nextTeachingDay('2026-11-10')), '2026-11-16')
    const { props } = await secretary.get(base)
    assert.equal(props.directorDays, 2)
    const events = await owner().from('core.bus_outbox').where('tenant_id', unit.id)
    assert.containsSubset(events, [{ type: 'pl.lublin.edu.secretariat.calendar.changed.v1' }])
    const [{ id }] = (props.calendar as { freeDays: { id: string }[] }).freeDays as [{ id: string }]
    await secretary.delete(`${base}/free-days/${id}`)
    assert.equal(await ask(unit, (calendar) => calendar.nextTeachingDay('2026-11-10')), '2026-11-12')
  })

  test('a primary school has at most eight of them', async ({ assert }) => {
    const { secretary, base } = await school()
    const long = { kind: 'director', startsOn: '2026-10-05', endsOn: '2026-10-15', reason: 'remont' }
    await secretary.post(`${base}/free-days`, long)
    assert.include((await errorsOf(secretary, base)).kind, 'Byłoby 9 dni dyrektorskich, a wolno 8')
  })

  test('periods must cover the days of classes', async ({ assert }) => {
    const { unit, secretary, base } = await school()
    const dates = { classesStart: '2026-09-01', classesEnd: '2027-06-25' }
    const first = { name: 'I', startsOn: '2026-09-01', endsOn: '2027-01-15' }
    const second = { name: 'II', startsOn: '2027-02-02', endsOn: '2027-06-25' }
    await secretary.put(base, { ...dates, periods: [first, second] })
    assert.include((await errorsOf(secretary, base)).periods, '2027-02-01')
    const saved = await secretary.put(base, {
      ...dates,
      periods: [first, { ...second, startsOn: '2027-02-01' }],
    })
    assert.equal(saved.location, base)
    assert.deepEqual((await ask(unit, (calendar) => calendar.periods(2026)))[1]!.startsOn, '2027-02-01')
  })

  test('bells ring on the days they were set for', async ({ assert }) => {
    const { unit, secretary, base } = await school()
    const slots = [{ number: 1, startsAt: '08:00', endsAt: '08:30' }]
    const short = { name: 'skrócone', building: null, weekdays: [5], slots }
    assert.equal((await secretary.post(`${base}/bells`, short)).location, base)
    const ringing = (day: string) => ask(unit, (calendar) => calendar.bells(day))
    assert.containsSubset(await ringing('2026-11-13'), [{ name: 'skrócone', slots }])
    assert.deepEqual(await ringing('2026-11-12'), [])
    await secretary.post(`${base}/bells`, short)
    assert.property(await errorsOf(secretary, base), 'name')
  })

  test('a teacher looks and does not touch; another school’s calendar is not there', async ({ assert }) => {
    const { unit, base } = await school()
    const teacher = visit((await personWith(['teacher'], unit)).token)
    assert.equal((await teacher.get(base)).status, 200)
    assert.equal((await teacher.get(`${base}/edit`)).status, 403)
    const [, other] = await twoUnits()
    const stranger = visit((await personWith(['secretary'], other)).token)
    assert.equal((await stranger.get(base.replace(unit.slug, other.slug))).status, 404)
  })
})
