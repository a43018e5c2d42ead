import { test } from '@japa/runner'
import { giveRole, owner, personWith, twoUnits, visit, withWorkers } from '@unia/platform/testing'
import { schoolYearLabel, schoolYearOf, warsawDay } from '@unia/platform/values'
import { admitted, section } from '#secretariat/tests/school'

interface Run {
  status: string
  done: number
  total: number
}

async function school() {
  const [unit, other] = await twoUnits()
  const person = await personWith(['secretary'], unit)
  const secretary = visit(person.token)
  for (const symbol of ['a', 'b']) {
    const id = await section(unit, 4, symbol)
    await admitted(secretary, unit, id, { surname: 'Żołądź' })
  }
  return { unit, other, person, secretary, base: `/${unit.slug}/secretariat` }
}

type School = Awaited<ReturnType<typeof school>>

const runAt = async (who: School['secretary'], path: string) => (await who.get(path)).props.run as Run

async function ended(who: School['secretary'], path: string): Promise<Run> {
  for (const until = Date.now() + 20_000; Date.now() < until;) {
    const run = await runAt(who, path)
    if (!['waiting', 'running'].includes(run.status)) return run
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('E_NOT_ENDED: the run took longer than twenty seconds')
}

/** Lists asked for and made; the path of the run and of its file. */
async function printed({ secretary, base }: Pick<School, 'secretary' | 'base'>) {
  const { location } = await secretary.post(`${base}/class-lists`)
  const run = await ended(secretary, location!)
  const { props } = await secretary.get(location!)
  const [file] = props.files as { id: string; name: string; size: number }[]
  return { location: location!, run, file, path: `${location}/files/${file?.id}` }
}

const download = (token: string, path: string) =>
  fetch(`http://${process.env.HOST}:${process.env.PORT}${path}`, {
    headers: { cookie: `unia-session=${token}` },
    redirect: 'manual',
  })

test.group('Lists of all sections', (group) => {
  group.each.timeout(40_000)

  test('the secretary asks, is led to the run and downloads one document for both sections', async ({
    assert,
  }) => {
    const { unit, person, ...rest } = await school()
    await withWorkers()
    const { run, file, path } = await printed(rest)
    assert.deepInclude(run, { status: 'done', done: 2, total: 2, result: { sections: 2 } })
    assert.match(file!.name, /^test-\w+-listy-oddzialow-\d{4}-\d\d-\d\d\.pdf$/)
    const answer = await download(person.token, path)
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    assert.include(answer.headers.get('content-disposition'), file!.name)
    const pdf = Buffer.from(await answer.arrayBuffer())
    assert.equal(pdf.length, file!.size)
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
    const trail = await owner().from('core.access_audit_events').where('object_id', path.split('/').at(-1)!)
    assert.containsSubset(trail, [{ tenant_id: unit.id, action: 'export', object: 'jobs_files' }])
  })

  test('nobody but the secretary and who runs the school has the file', async ({ assert }) => {
    const { unit, other, person, ...rest } = await school()
    await withWorkers()
    const { path, location } = await printed(rest)
    const teacher = await personWith(['teacher'], unit)
    const director = await personWith(['director'], unit)
    const colleague = await personWith(['secretary'], unit)
    assert.equal((await download(director.token, path)).status, 200)
    assert.equal((await download(teacher.token, path)).status, 404)
    assert.equal((await download(colleague.token, path)).status, 404)
    // Even for somebody with a role in both schools, the file is in one of them only.
    await giveRole(person, 'director', other)
    assert.equal((await download(person.token, path.replace(unit.slug, other.slug))).status, 404)
    assert.equal((await visit(teacher.token).get(location)).status, 404)
  })

  test('a file that is over is neither shown nor given', async ({ assert }) => {
    const { person, ...rest } = await school()
    await withWorkers()
    const { path, location, file } = await printed(rest)
    await owner()
      .from('core.jobs_files')
      .where('id', file!.id)
      .update({ expires_at: new Date(0) })
    assert.deepEqual((await rest.secretary.get(location)).props.files, [])
    assert.equal((await download(person.token, path)).status, 404)
  })

  test('the bell rings once the lists are there and leads to them', async ({ assert }) => {
    const { secretary, ...rest } = await school()
    await withWorkers()
    const { location } = await printed({ secretary, ...rest })
    const { text } = await secretary.get('/notifications')
    assert.containsSubset(JSON.parse(text).items, [
      {
        title: `Gotowe: Listy oddziałów ${schoolYearLabel(schoolYearOf(warsawDay()))}`,
        href: location,
        read: false,
      },
    ])
    assert.deepEqual((await secretary.get(location)).props.notifications, { unread: 1 })
  })

  test('lists that somebody stops in time are not made, and nobody is told', async ({ assert }) => {
    const { secretary, base } = await school()
    const { location } = await secretary.post(`${base}/class-lists`)
    await secretary.post(`${location}/cancellation`)
    await withWorkers()
    assert.equal((await ended(secretary, location!)).status, 'cancelled')
    const { props } = await secretary.get(location!)
    assert.deepEqual([props.files, props.notifications], [[], { unread: 0 }])
  })

  test('pressed twice, the lists are made once', async ({ assert }) => {
    const { secretary, base } = await school()
    const [first, second] = [
      await secretary.post(`${base}/class-lists`),
      await secretary.post(`${base}/class-lists`),
    ]
    assert.equal(first.location, second.location)
  })

  test('a teacher may not ask, and a year without sections has no lists', async ({ assert }) => {
    const { unit, secretary, base } = await school()
    const teacher = visit((await personWith(['teacher'], unit)).token)
    assert.equal((await teacher.post(`${base}/class-lists`)).status, 403)
    const { location } = await secretary.post(`${base}/class-lists`, { year: 2001 })
    assert.equal(location, `${base}/sections?year=2001`)
  })
})
