import { test } from '@japa/runner'
import { inTenant } from '@unia/platform/scope'
import { aUnit, later, owner, personWith, twoUnits, visit, withWorkers } from '@unia/platform/testing'
import { schoolYearOf, warsawDay } from '@unia/platform/values'
import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import { deriveGuardians } from '#users/models/deriving'
import { aPerson, aPupil, aSecretariat, guardianOf } from '#users/tests/school'

/** A mail server on loopback; `refuses` is an address it does not know. */
async function aMailServer(refuses = '') {
  const letters: { to: string; raw: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    onRcptTo: ({ address }, _session, done) =>
      done(address === refuses ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo[0]!.address, raw: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  process.env.UNIA_SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  later(async () => {
    delete process.env.UNIA_SMTP_URL
    await new Promise<void>((closed) => server.close(() => closed()))
  })
  return letters
}

function aSection(school: ReturnType<typeof aSecretariat>) {
  const id = '0198c0de-0000-7000-8000-00000000004a'
  school.sections.push({
    ...{
      id,
      unitId: id,
      schoolYear: schoolYearOf(warsawDay()),
      gradeLevel: 4,
      symbol: 'a',
      name: '4a',
      tutorId: null,
    },
  })
  return id
}

async function ended(run: string) {
  for (let tries = 0; tries < 300; tries++) {
    const row = await owner().from('core.jobs_runs').where('id', run).firstOrFail()
    if (['done', 'failed', 'cancelled'].includes(row.state)) return row
    await new Promise((next) => setTimeout(next, 100))
  }
  throw new Error('E_STILL_RUNNING')
}

test.group('Invitations', (group) => {
  group.each.timeout(60_000)

  test('letters to a class: paper without an address, e-mail with one, a bounce is printed', async ({
    assert,
  }) => {
    const unit = await aUnit()
    const school = aSecretariat()
    const section = aSection(school)
    const letters = await aMailServer('zly@example.org')
    const [anna, piotr, ewa] = [
      await aPerson(),
      await aPerson({ givenNames: 'Piotr' }),
      await aPerson({ givenNames: 'Ewa' }),
    ]
    await aPupil(school, {
      guardians: [
        guardianOf(anna, { email: 'anna@example.org' }),
        guardianOf(piotr, { givenNames: 'Piotr' }),
      ],
    })
    await aPupil(school, { guardians: [guardianOf(ewa, { email: 'zly@example.org', givenNames: 'Ewa' })] })
    for (const id of school.pupils.keys()) await inTenant(unit.id, () => deriveGuardians(id))
    const secretary = visit((await personWith(['secretary'], unit)).token)
    await withWorkers()
    const { location } = await secretary.post(`/${unit.slug}/users/invitations`, {
      ...{ sectionId: section, whom: 'guardians', byMail: true },
    })
    const run = await ended(location!.split('/').at(-1)!)
    assert.deepEqual(run.result, { letters: 2, mailed: 1, withAccount: 0 }, JSON.stringify(run))
    assert.deepEqual(
      letters.map(({ to }) => to),
      ['anna@example.org']
    )
    assert.notMatch(letters[0]!.raw, /Zofia/, 'an address may be mistyped: nothing about the child')
    const file = await owner().from('core.jobs_files').where('run_id', run.id).firstOrFail()
    assert.equal(file.body.subarray(0, 5).toString(), '%PDF-')
    const people = await secretary.get(`/${unit.slug}/users/people?f.need=bounced`)
    assert.deepEqual(
      (people.props.rows as { name: string }[]).map(({ name }) => name),
      ['Nowak Ewa']
    )
  })

  test('a code for one person is shown once, and to nobody of another unit', async ({ assert }) => {
    const [unit, other] = await twoUnits()
    const school = aSecretariat()
    const mother = await aPerson()
    const pupil = await aPupil(school, { guardians: [guardianOf(mother)] })
    await inTenant(unit.id, () => deriveGuardians(pupil.id))
    const here = visit((await personWith(['secretary'], unit)).token)
    const path = `/users/people/${mother}/invitation`
    const sent = await here.post(`/${unit.slug}${path}`)
    assert.equal(sent.location, `/${unit.slug}${path}`)
    const shown = await here.get(`/${unit.slug}${path}`)
    assert.match((shown.props.invited as { code: string }).code, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/)
    assert.equal((await here.get(`/${unit.slug}${path}`)).location, `/${unit.slug}/users/people`)
    const there = visit((await personWith(['secretary'], other)).token)
    assert.equal((await there.post(`/${other.slug}${path}`)).status, 404)
  })

  test('a class shows how many of its parents have no account', async ({ assert }) => {
    const unit = await aUnit()
    const school = aSecretariat()
    aSection(school)
    const parent = await personWith([], unit)
    await aPupil(school, { guardians: [guardianOf(parent.personId), guardianOf(await aPerson())] })
    const director = visit((await personWith(['director'], unit)).token)
    const { sections } = (await director.get(`/${unit.slug}/users/invitations`)).props as {
      sections: { guardians: number; without: number }[]
    }
    assert.containsSubset(sections[0], { guardians: 2, without: 1 })
  })

  test('who is put on the staff list has the role at once, and a teacher may not put anybody', async ({
    assert,
  }) => {
    const unit = await aUnit()
    const director = visit((await personWith(['director'], unit)).token)
    const form = { givenNames: 'Maria', surname: 'Źdźbło', position: 'teacher', from: '2024-09-01' }
    const saved = await director.post(`/${unit.slug}/users/employments`, form)
    assert.equal(saved.location, `/${unit.slug}/users/employments`)
    const [held] = await owner()
      .from('core.identity_memberships')
      .where({ tenant_id: unit.id, role: 'teacher' })
    assert.equal(held.source, 'employment')
    const teacher = visit((await personWith(['teacher'], unit)).token)
    assert.equal((await teacher.post(`/${unit.slug}/users/employments`, form)).status, 403)
    await owner().from('core.identity_memberships').where('person_id', held.person_id).delete()
    await owner().from('core.identity_people').where('id', held.person_id).delete()
  })
})
