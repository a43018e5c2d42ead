import { test } from '@japa/runner'
import { aUnit, owner, personWith, visit } from '@unia/platform/testing'
import { composePesel } from '@unia/platform/values'
import { admitted, section, tutorOf } from '#secretariat/tests/school'

async function schoolWithPupil(typed: object = {}) {
  const unit = await aUnit()
  const { token, accountId } = await personWith(['secretary'], unit)
  const secretary = visit(token)
  const pesel = composePesel('2016-05-04', Math.floor(Math.random() * 5000) * 2)
  const fourB = await section(unit, 4, 'b')
  const id = await admitted(secretary, unit, fourB, {
    pesel,
    street: 'ul. Cicha 7',
    ...typed,
  })
  return { unit, secretary, accountId, pesel, id, fourB, base: `/${unit.slug}/secretariat/pupils` }
}

test.group('Protected data of pupils', () => {
  test('reading a PESEL asks who you are, and leaves a trace', async ({ assert }) => {
    const { secretary, accountId, pesel, id, base } = await schoolWithPupil()
    await owner()
      .from('core.identity_sessions')
      .where('account_id', accountId)
      .update({ stepped_up_at: null })
    const refused = await secretary.post(`${base}/${id}/pesel-reading`)
    assert.notInclude(refused.text, pesel)
    assert.include(refused.location ?? '', '/account/step-up')
    await owner()
      .from('core.identity_sessions')
      .where('account_id', accountId)
      .update({ stepped_up_at: new Date() })
    assert.deepEqual(JSON.parse((await secretary.post(`${base}/${id}/pesel-reading`)).text), { pesel })
    const trail = await owner().from('core.access_audit_events').where({ object_id: id, action: 'read' })
    assert.lengthOf(trail, 1)
    assert.notInclude(JSON.stringify(trail), pesel)
  })

  test('a teacher sees name, section and guardians, never PESEL, birth date or address', async ({
    assert,
  }) => {
    const { unit, id, fourB, base } = await schoolWithPupil()
    const { token, personId } = await personWith(['teacher'], unit)
    await tutorOf(fourB, personId)
    const teacher = visit(token)
    for (const page of [base, `${base}/${id}`]) {
      const { status, text } = await teacher.get(page)
      assert.equal(status, 200)
      assert.include(text, 'Żołądź')
      assert.notMatch(text, /160504|2016-05-04|Cicha/)
    }
    for (const path of [
      `${base}/export`,
      `${base}/create`,
      `${base}/${id}/edit`,
      `${base}/${id}/certificate`,
    ]) {
      assert.equal((await teacher.get(path)).status, 403, path)
    }
    assert.equal((await teacher.post(`${base}/${id}/pesel-reading`)).status, 403)
  })

  test('a parent has no key to the secretariat', async ({ assert }) => {
    const { unit, base } = await schoolWithPupil()
    const parent = visit((await personWith(['guardian'], unit)).token)
    assert.equal((await parent.get(base)).status, 403)
  })

  test('an exported list holds what is filtered, and no formula', async ({ assert }) => {
    const { unit, secretary, base, id } = await schoolWithPupil()
    await owner()
      .from('secretariat.secretariat_pupils')
      .where('id', id)
      .update({ surname: '=HYPERLINK("x")' })
    await admitted(secretary, unit, await section(unit, 5, 'a'), { surname: 'Lis' })
    const { text } = await secretary.get(`${base}/export?format=csv&f.grade=4`)
    assert.include(text, 'HYPERLINK')
    assert.notMatch(text, /(^|[;"\n])=/)
    assert.notInclude(text, 'Lis')
  })

  test('a certificate is a PDF', async ({ assert }) => {
    const { secretary, base, id } = await schoolWithPupil()
    const { status, text } = await secretary.get(`${base}/${id}/certificate?purpose=ZUS`)
    assert.equal(status, 200)
    assert.match(text, /^%PDF-/)
  })
})
