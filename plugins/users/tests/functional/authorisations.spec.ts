import { test } from '@japa/runner'
import { inTenant } from '@unia/platform/scope'
import { owner, personWith, twoUnits, visit } from '@unia/platform/testing'
import { addDays, schoolYearDays, schoolYearOf, warsawDay } from '@unia/platform/values'
import { authorise, withdraw } from '#users/models/authorising'

const today = warsawDay()
const to = schoolYearDays(schoolYearOf(today)).to

test.group('Authorisations to process data', () => {
  test('come with a role, once; lapse with it; have a number and a paper; another unit sees none', async ({
    assert,
  }) => {
    const [unit, other] = await twoUnits()
    const { personId } = await personWith(['secretary'], unit)
    const news = { personId, role: 'secretary', from: today, to }
    await inTenant(unit.id, async () => {
      await authorise(news)
      await authorise(news)
      await authorise({ ...news, role: 'guardian' })
    })
    const director = visit((await personWith(['director'], unit)).token)
    const base = `/${unit.slug}/users/authorisations`
    const rows = (await director.get(base)).props.rows as {
      id: string
      citation: string
      roleLabel: string
    }[]
    assert.deepEqual(
      rows.map(({ citation, roleLabel }) => [citation, roleLabel]),
      [[`1/${today.slice(0, 4)}`, 'Sekretariat']]
    )
    const paper = await director.get(`${base}/${rows[0]!.id}`)
    assert.equal(paper.status, 200)
    assert.match(paper.text, /^%PDF-/)
    const stranger = visit((await personWith(['director'], other)).token)
    assert.equal((await stranger.get(`/${other.slug}/users/authorisations/${rows[0]!.id}`)).status, 404)

    await owner().from('core.identity_memberships').where('person_id', personId).delete()
    await inTenant(unit.id, () =>
      withdraw({ personId, role: 'secretary', from: today, to: addDays(today, -1) })
    )
    const lapsed = await inTenant(
      unit.id,
      async () => (await owner().from('users.users_authorisations').where('tenant_id', unit.id))[0]
    )
    assert.equal(lapsed.valid_to, today, 'given and taken back today')
  })
})
