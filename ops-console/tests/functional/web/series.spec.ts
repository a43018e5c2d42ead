import { test } from '@japa/runner'
import { cleanUp, personWith, twoUnits, visit } from '@unia/platform/testing'
import type { SeriesValue } from '#ops/history/series'
import { aPolledDevice, DAY, iso, MINUTE } from './polled.ts'
import { aDevice } from './school.ts'

test.group('Series of a device', (group) => {
  group.each.teardown(() => cleanUp())

  test('come for the range and the metrics that were asked, with gaps and the week before', async ({
    assert,
  }) => {
    const [unit] = await twoUnits()
    const base = `/${unit.slug}/ops-console/devices/${await aPolledDevice(unit)}/series`
    const director = visit((await personWith(['director'], unit)).token)
    const range = `from=${iso(60 * MINUTE)}&to=${iso(0)}`
    const asked = async (rest = '') => JSON.parse((await director.get(`${base}?${range}${rest}`)).text)

    const { from, to, metrics, rows, before } = await asked('&metrics=inBps,rxDbm&compare=week')
    assert.deepEqual([from, to, metrics], [iso(60 * MINUTE), iso(0), ['inBps', 'rxDbm']])
    const at = (list: { at: string; inBps: SeriesValue }[], ago: number) =>
      list.find((row) => row.at === iso(ago))!.inBps
    assert.deepEqual(at(rows, 20 * MINUTE), { avg: 5e6, min: 5e6, max: 5e6 })
    assert.isNull(at(rows, 35 * MINUTE))
    assert.equal(at(before, 35 * MINUTE).avg, 10e6, 'the same hour a week before')
    assert.isTrue(rows.every((row: { rxDbm: null }) => row.rxDbm === null))

    const all = await asked()
    assert.deepEqual(all.metrics, ['inBps', 'inBps@ethernet1/1'], 'those that have a value')
    assert.isNull(all.before)
  })

  test('are refused for what is no range and no metric', async ({ assert }) => {
    const [unit] = await twoUnits()
    const device = await aDevice(unit)
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const status = async (query: string) =>
      (await operator.get(`/city/ops-console/devices/${device}/series${query}`)).status
    const [from, to] = [iso(60 * MINUTE), iso(0)]
    assert.equal(await status(`?from=${from}&to=${to}&metrics=inBps`), 200)
    const bad = [
      '',
      `?from=${from}`,
      `?from=${to}&to=${from}`,
      `?from=${from}&to=${from}`,
      `?from=yesterday&to=${to}`,
      `?from=2026-02-31T25:00:00Z&to=${to}`,
      `?from=${from.replace('Z', '')}&to=${to}`,
      `?from=${iso(1200 * DAY)}&to=${to}`,
      `?from=${from}&to=${iso(-3 * DAY)}`,
      `?from=${from}&from=${from}&to=${to}`,
      ...['', 'nonsense', 'inBps,', 'constructor', 'inBps@', 'inBps@a@b', `inBps'--`].map(
        (metrics) => `?from=${from}&to=${to}&metrics=${metrics}`
      ),
      `?from=${from}&to=${to}&metrics[a]=inBps`,
    ]
    for (const query of bad) {
      assert.equal(await status(query), 422, query)
      assert.equal(await status(`/export${query}`), 422, `export${query}`)
    }
  })

  test('of a foreign device are not found, and a teacher may not see them', async ({ assert }) => {
    const [ours, theirs] = await twoUnits()
    const [own, foreign] = [await aDevice(ours), await aPolledDevice(theirs)]
    const director = visit((await personWith(['director'], ours)).token)
    const teacher = visit((await personWith(['teacher'], ours)).token)
    const officer = visit((await personWith(['city_officer'], 'city')).token)
    for (const path of ['series', 'series/export']) {
      const query = `${path}?from=${iso(60 * MINUTE)}&to=${iso(0)}`
      assert.equal((await director.get(`/${ours.slug}/ops-console/devices/${own}/${query}`)).status, 200)
      assert.equal((await director.get(`/${ours.slug}/ops-console/devices/${foreign}/${query}`)).status, 404)
      assert.equal((await director.get(`/${ours.slug}/ops-console/devices/none/${query}`)).status, 404)
      assert.equal((await teacher.get(`/${ours.slug}/ops-console/devices/${own}/${query}`)).status, 403)
      assert.equal((await officer.get(`/city/ops-console/devices/${own}/${query}`)).status, 403)
    }
  })

  test('are a file with average, lowest and highest', async ({ assert }) => {
    const [unit] = await twoUnits()
    const device = await aPolledDevice(unit)
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const href = `/city/ops-console/devices/${device}/series/export?from=${iso(60 * MINUTE)}&to=${iso(0)}`
    const { text } = await operator.get(`${href}&metrics=inBps,cpuData`)
    const [head, ...lines] = text.replace('\ufeff', '').trim().split('\r\n')
    assert.equal(head!.split(';').length, 7)
    assert.include(head!, 'Ruch do szkoły [b/s] – średnio')
    assert.isTrue(lines.some((line) => line.endsWith(';5000000;5000000;5000000;;;')))
    assert.isTrue(
      lines.some((line) => line.endsWith(';;;;;;')),
      'a gap stays empty'
    )
    const sheet = await operator.get(`${href}&format=xlsx`)
    assert.equal(sheet.status, 200)
    assert.isTrue(sheet.text.startsWith('PK'))
  })

  test('stand on the page of the device for the range of its address', async ({ assert }) => {
    const [unit] = await twoUnits()
    const device = await aPolledDevice(unit)
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const shown = async (query: string) =>
      (await operator.get(`/city/ops-console/devices/${device}${query}`)).props as {
        range: string | null
        series: { from: string; to: string; before: unknown[] | null }
      }
    const free = await shown(`?from=${iso(50 * MINUTE)}&to=${iso(20 * MINUTE)}&compare=week`)
    assert.deepEqual(
      [free.range, free.series.from, free.series.to],
      [null, iso(50 * MINUTE), iso(20 * MINUTE)]
    )
    assert.isNotEmpty(free.series.before)
    const month = await shown('?range=30d')
    assert.equal(month.range, '30d')
    assert.equal(Date.parse(month.series.to) - Date.parse(month.series.from), 30 * DAY)
    assert.isNull(month.series.before)
    assert.equal((await shown('?from=x&to=y')).range, '1h', 'nonsense shows the usual range')
  })
})
