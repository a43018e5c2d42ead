import { test } from '@japa/runner'
import { proposeContacts } from '@unia/platform/memberships'
import { inTenant } from '@unia/platform/scope'
import { aUnit, owner, personWith, visit } from '@unia/platform/testing'
import { deriveGuardians } from '#users/models/deriving'
import { aPerson, aPupil, aSecretariat, guardianOf, rolesOf } from '#users/tests/school'

const peopleNamed = (duplicates: unknown, id: string) =>
  (duplicates as { keptId: string; mergedId: string; reasons: string[] }[]).filter(
    ({ keptId, mergedId }) => keptId === id || mergedId === id
  )

test.group('People written twice', () => {
  test('P2: “Anna Nowak” and “Anna  NOWAK-Lis” with one e-mail are proposed, merged by one press, and undone', async ({
    assert,
  }) => {
    const unit = await aUnit()
    const school = aSecretariat()
    const [nowak, nowakLis] = [await aPerson(), await aPerson({ givenNames: 'Anna ', surname: 'NOWAK-Lis' })]
    const email = `anna-${nowak}@example.org`
    for (const id of [nowak, nowakLis]) await proposeContacts(id, { email })
    const children = [
      await aPupil(school, { guardians: [guardianOf(nowak)] }),
      await aPupil(school, { guardians: [guardianOf(nowakLis)], givenNames: 'Jan' }),
    ]
    for (const { id } of children) await inTenant(unit.id, () => deriveGuardians(id))
    const admin = visit((await personWith(['city_admin'], 'city')).token)
    const [proposal] = peopleNamed((await admin.get('/city/users/merges')).props.duplicates, nowak)
    assert.containsSubset(proposal, { reasons: ['email'] })
    const { keptId, mergedId } = proposal!
    await admin.post('/city/users/merges', { keptId, mergedId })
    assert.sameMembers(
      (await rolesOf(keptId, unit)).map(({ key }) => key),
      children.map(({ id }) => id),
      'both links kept'
    )
    assert.lengthOf(await rolesOf(mergedId, unit), 0)
    const told = await owner()
      .from('core.bus_outbox')
      .where({ tenant_id: unit.id, type: 'pl.lublin.edu.identity.person.merged.v1' })
    assert.deepEqual(told[0].payload.data, { personId: keptId, oldIds: [mergedId] })

    const merge = await owner().from('core.identity_merges').where('merged_id', mergedId).firstOrFail()
    await admin.delete(`/city/users/merges/${merge.id}`)
    assert.lengthOf(await rolesOf(mergedId, unit), 1)
    assert.lengthOf(await rolesOf(keptId, unit), 1)
    assert.lengthOf(
      peopleNamed((await admin.get('/city/users/merges')).props.duplicates, nowak),
      0,
      'nobody proposes it again'
    )
  })

  test('after 30 days a merge stays; the same e-mail with another name proposes nothing', async ({
    assert,
  }) => {
    const [a, b, father] = [
      await aPerson({ surname: 'Źdźbło' }),
      await aPerson({ surname: 'źdźbło' }),
      await aPerson({ givenNames: 'Piotr', surname: 'Źdźbło' }),
    ]
    for (const id of [a, b, father])
      await proposeContacts(id, { phone: `+48${a.replace(/\D/g, '').slice(0, 9)}` })
    const admin = visit((await personWith(['city_admin'], 'city')).token)
    const duplicates = (await admin.get('/city/users/merges')).props.duplicates
    assert.lengthOf(peopleNamed(duplicates, father), 0)
    const { keptId, mergedId } = peopleNamed(duplicates, a)[0]!
    await admin.post('/city/users/merges', { keptId, mergedId })
    const merge = await owner().from('core.identity_merges').where('merged_id', mergedId).firstOrFail()
    await owner()
      .from('core.identity_merges')
      .where('id', merge.id)
      .update({ confirmed_at: new Date(Date.now() - 31 * 86_400_000) })
    await admin.delete(`/city/users/merges/${merge.id}`)
    assert.equal(
      (await owner().from('core.identity_merges').where('id', merge.id).firstOrFail()).state,
      'confirmed'
    )
    await owner().from('core.identity_people').where('id', mergedId).update({ merged_into: null })
  })

  test('only what is proposed can be merged, and only by a city administrator', async ({ assert }) => {
    const [keptId, mergedId] = [await aPerson(), await aPerson({ givenNames: 'Ewa' })]
    const admin = visit((await personWith(['city_admin'], 'city')).token)
    assert.equal((await admin.post('/city/users/merges', { keptId, mergedId })).status, 404)
    const helpdesk = visit((await personWith(['helpdesk'], 'city')).token)
    assert.equal((await helpdesk.post('/city/users/merges', { keptId, mergedId })).status, 403)
  })
})
