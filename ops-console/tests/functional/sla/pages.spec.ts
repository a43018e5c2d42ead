import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { cleanUp, personWith, twoUnits, visit } from '@unia/platform/testing'
import { aLink, measured, outage } from './link.ts'

const MONTH = '2026-10'
const CITY = '/city/ops-console/sla'

test.group('Pages of availability', (group) => {
  group.tap((each) => each.timeout(60_000))
  group.each.teardown(() => cleanUp())

  /** The document as bytes, which `visit` does not give. */
  async function pdf(token: string, path: string) {
    const answer = await fetch(`http://${process.env.HOST}:${process.env.PORT}${path}`, {
      headers: { cookie: `unia-session=${token}`, accept: 'application/pdf' },
    })
    const folder = mkdtempSync(join(tmpdir(), 'sla-'))
    const file = join(folder, 'report.pdf')
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()))
    const said = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8' })
    const [facts, text, tree] = [
      said('pdfinfo', file),
      said('pdftotext', '-layout', file, '-'),
      said('pdfinfo', '-struct', file),
    ]
    rmSync(folder, { recursive: true })
    return { status: answer.status, facts, text, tree }
  }

  test('the city settles a month, prints and exports it; a teacher and an officer may not', async ({
    assert,
  }) => {
    const [unit] = await twoUnits()
    const place = await aLink(unit)
    await measured(place, MONTH)
    await outage(place, '2026-10-12T06:00:00Z', '2026-10-12T11:00:00Z')
    const person = await personWith(['it_operator'], 'city')
    const operator = visit(person.token)
    const link = `${CITY}/links/${place.deviceId}`

    const before = await operator.get(`${link}?month=${MONTH}`)
    assert.equal(before.component, 'ops-console/sla_link')
    assert.isNull((before.props.report as { settled: null }).settled)

    const settled = await operator.post(`${link}/settlements`, { month: MONTH })
    assert.equal(settled.location, `${link}?month=${MONTH}`)
    const list = await operator.get(`${CITY}?month=${MONTH}`)
    const row = (list.props.rows as { deviceId: string; report: { result: { down: number } } }[]).find(
      ({ deviceId }) => deviceId === place.deviceId
    )
    assert.equal(row!.report.result.down, 5 * 3600_000)

    const { status, facts, text, tree } = await pdf(person.token, `${link}/print?month=${MONTH}`)
    assert.equal(status, 200)
    assert.match(facts, /Tagged:\s+yes/)
    assert.include(text, '99,328 %')
    assert.include(text, 'awaria łącza')
    assert.include(text, 'Wersja 1')
    for (const tag of ['H1', 'H2', 'Table', 'TH']) assert.include(tree, tag)

    await operator.post('/locale', { locale: 'en' })
    const english = await pdf(person.token, `${link}/print?month=${MONTH}`)
    assert.match(english.facts, /Tagged:\s+yes/)
    for (const words of ['Link availability, October 2026', '99.328 %', 'link failure']) {
      assert.include(english.text, words)
    }
    await operator.post('/locale', { locale: 'pl' })

    const { text: whole, facts: contract } = await pdf(person.token, `${CITY}/print?month=${MONTH}`)
    assert.match(contract, /Tagged:\s+yes/)
    assert.include(whole, 'SP 1')
    for (const path of [`${CITY}/export?month=${MONTH}`, `${link}/export?month=${MONTH}&format=xlsx`]) {
      assert.equal((await operator.get(path)).status, 200, path)
    }
    const officer = visit((await personWith(['city_officer'], 'city')).token)
    assert.equal((await officer.get(CITY)).status, 403)
    const auditor = visit((await personWith(['auditor'], 'city')).token)
    assert.equal((await auditor.get(`${link}?month=${MONTH}`)).status, 200)
    assert.equal((await auditor.post(`${link}/settlements`, { month: MONTH })).status, 403)
  })

  test('a month that still runs is shown but not settled', async ({ assert }) => {
    const [unit] = await twoUnits()
    const place = await aLink(unit)
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const month = new Date().toISOString().slice(0, 7)
    const link = `${CITY}/links/${place.deviceId}`
    await operator.post(`${link}/settlements`, { month })
    const { props } = await operator.get(`${link}?month=${month}`)
    assert.isNull((props.report as { settled: null }).settled)
  })

  test('time is left out with evidence only, and the trail names who did it', async ({ assert }) => {
    const [unit] = await twoUnits()
    const place = await aLink(unit)
    const operator = visit((await personWith(['it_operator'], 'city')).token)
    const link = `${CITY}/links/${place.deviceId}`
    const form = { cause: 'power', startsAt: '2026-10-12T08:00', endsAt: '2026-10-12T10:00' }
    await operator.post(`${link}/exclusions`, { ...form, evidence: '' })
    await operator.post(`${link}/exclusions`, {
      ...form,
      endsAt: '2026-10-12T08:00',
      evidence: 'PGE 1234/26',
    })
    const excluded = async () =>
      ((await operator.get(`${link}?month=${MONTH}`)).props.report as { inputs: { exclusions: object[] } })
        .inputs.exclusions
    assert.isEmpty(await excluded())
    await operator.post(`${link}/exclusions`, { ...form, evidence: 'PGE 1234/26' })
    assert.deepEqual(await excluded(), [
      {
        ...{ cause: 'power', evidence: 'PGE 1234/26' },
        ...{ from: Date.parse('2026-10-12T06:00:00Z'), to: Date.parse('2026-10-12T08:00:00Z') },
      },
    ])
  })

  test('a director sees the own link and never another', async ({ assert }) => {
    const [ours, theirs] = await twoUnits()
    const [own, foreign] = [await aLink(ours), await aLink(theirs)]
    await outage(foreign, '2026-10-12T06:00:00Z', '2026-10-12T11:00:00Z')
    const director = visit((await personWith(['director'], ours)).token)
    const page = await director.get(`/${ours.slug}/ops-console/sla?month=${MONTH}&id=${foreign.deviceId}`)
    const report = page.props.report as { link: { id: string }; result: { intervals: object[] } }
    assert.equal(report.link.id, own.deviceId)
    assert.isEmpty(report.result.intervals)
    for (const path of ['', '/print', '/export']) {
      assert.equal((await director.get(`/${theirs.slug}/ops-console/sla${path}`)).status, 404, path)
    }
    assert.equal((await director.get(`${CITY}/links/${own.deviceId}`)).status, 404)
    const teacher = visit((await personWith(['teacher'], ours)).token)
    assert.equal((await teacher.get(`/${ours.slug}/ops-console/sla`)).status, 403)
  })

  test('a school without a link in service is told so', async ({ assert }) => {
    const [unit] = await twoUnits()
    const director = visit((await personWith(['director'], unit)).token)
    const page = await director.get(`/${unit.slug}/ops-console/sla`)
    assert.equal(page.status, 200)
    assert.isNull(page.props.report)
  })
})
