import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { inTenant } from '../../../app/tenancy/tenancy.ts'
import { owner, personWith, twoUnits, visit } from '../../../app/testing/index.ts'

interface Row {
  actor: string | null
  action: string
  object: string
  unit: string | null
  changes: { field: string; before: string | null; after: string | null }[]
}

const rowsOf = (props: Record<string, unknown>) => props.rows as Row[]

test.group('The audit trail', () => {
  test('tells the director who added whom, and nothing of another school', async ({ assert }) => {
    const [school, other] = await twoUnits()
    for (const unit of [school, other]) {
      const secretary = visit((await personWith(['secretary'], unit)).token)
      await secretary.post(`/${unit.slug}/sample-club/members`, { name: `Uczeń ${unit.slug}` })
    }
    const director = visit((await personWith(['director'], school)).token)
    const page = await director.get(`/${school.slug}/audit?f.object=sample_club_members`)
    assert.deepEqual(
      rowsOf(page.props).map(({ actor, action }) => [actor, action]),
      [['Łucja Żak-Testowa', 'insert']]
    )
    assert.deepInclude(rowsOf(page.props)[0]!.changes, {
      field: 'name',
      before: null,
      after: `Uczeń ${school.slug}`,
    })
    assert.notInclude(page.text, `Uczeń ${other.slug}`)
  })

  test("is searched by the person's name, with or without Polish letters", async ({ assert }) => {
    const [school] = await twoUnits()
    const director = visit((await personWith(['director'], school)).token)
    await director.post(`/${school.slug}/sample-club/members`, { name: 'Jan' })
    const found = async (actor: string) =>
      rowsOf(
        (
          await director.get(
            `/${school.slug}/audit?f.actor=${encodeURIComponent(actor)}&f.object=sample_club_members`
          )
        ).props
      ).length
    assert.equal(await found('zak-test'), 1)
    assert.equal(await found('Kowalska'), 0)
  })

  test('cannot be changed by anybody, not even by its owner', async ({ assert }) => {
    const [school] = await twoUnits()
    await assert.rejects(
      () => inTenant(school.id, () => db.from('access_audit_events').delete()),
      /permission denied/
    )
    await assert.rejects(
      () => inTenant(school.id, () => db.table('access_audit_events').insert({ action: 'x', object: 'y' })),
      /permission denied/
    )
    await assert.rejects(
      () => owner().from('core.access_audit_events').where('tenant_id', school.id).delete(),
      /append-only/
    )
  })

  test('is exported as filtered, and the export itself is in the trail', async ({ assert }) => {
    const [school] = await twoUnits()
    const director = visit((await personWith(['director'], school)).token)
    await director.post(`/${school.slug}/sample-club/members`, { name: '=1+1' })
    const file = await director.get(`/${school.slug}/audit/export?format=csv&f.object=sample_club_members`)
    assert.equal(file.status, 200)
    assert.include(file.text, 'sample_club_members')
    const trail = await director.get(`/${school.slug}/audit?f.action=export`)
    assert.lengthOf(rowsOf(trail.props), 1)
  })

  test("shows the city an attempt at somebody else's school", async ({ assert }) => {
    const [school, other] = await twoUnits()
    const director = visit((await personWith(['director'], school)).token)
    assert.equal((await director.get(`/${other.slug}/audit`)).status, 404)
    const auditor = visit((await personWith(['auditor'], 'city')).token)
    const page = await auditor.get(`/city/audit?f.action=refused&f.unit=${other.id}`)
    assert.equal(page.component, 'core/audit/city')
    assert.equal(rowsOf(page.props)[0]?.actor, 'Łucja Żak-Testowa')
  })
})
