import { Writable } from 'node:stream'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { test } from '@japa/runner'
import pino from 'pino'
import logging from '../../../config/logger.ts'
import { loggedError } from '../../../app/http/log_errors.ts'
import { aUnit, personWith, visit } from '../../../app/testing/index.ts'
import { systemClient } from '../../../app/tenancy/tenancy.ts'

const base = () => `http://${process.env.HOST}:${process.env.PORT}`

async function school() {
  const unit = await aUnit()
  const director = visit((await personWith(['director'], unit)).token)
  return { unit, director }
}

test.group('What no form would send', () => {
  test('a NUL, a number beyond all numbers and a list for a word are refused, none breaks the page', async ({
    assert,
  }) => {
    const { unit, director } = await school()
    const at = `/${unit.slug}`
    const odd = [
      `${at}/secretariat/pupils?q=%00`,
      `${at}/secretariat/pupils?q[]=a&sort[x]=1&page[]=2`,
      `${at}/secretariat/pupils?f.section=%00&f.grade=99999999999999999999`,
      `${at}/secretariat/sections?year=99999999999`,
      `${at}/secretariat/sections?year[]=x`,
      `${at}/secretariat/pupils/export?format[]=csv&q=%00`,
      `${at}/audit?f.actor=%00`,
      `${at}/audit?f.unit=99999999999&f.from=0000-00-00`,
      `${at}/memberships?q=%00&f.role=%00`,
      `${at}/search?q=a%00b`,
      `${at}/jobs?f.state=%00`,
      `${at}/jobs/${'f'.repeat(36)}`,
      `${at}%00/`,
      '/login?next[]=//zle.example',
    ]
    for (const path of odd) {
      const { status } = await director.get(path)
      assert.isBelow(status, 500, path)
    }
  })

  test('the same in what is written', async ({ assert }) => {
    const { unit, director } = await school()
    const bodies: [string, object][] = [
      ['/login', { login: 'a\0b', password: 'x\0y' }],
      ['/login', { login: ['a'], password: { a: 1 } }],
      [`/${unit.slug}/acting-role`, { role: '\0' }],
      [`/${unit.slug}/memberships`, { personId: '\0', role: '\0', validTo: '9999-99-99' }],
      [
        `/${unit.slug}/secretariat/sections`,
        { unitId: '\0', schoolYear: 1e30, gradeLevel: 1e30, symbol: '\0', kind: 'general' },
      ],
      [`/${unit.slug}/plugins/%00/activation`, {}],
    ]
    for (const [path, body] of bodies) {
      const { status } = await director.post(path, body)
      assert.isBelow(status, 500, path)
    }
  })

  test('a NUL in a pupil’s name is a 422 or a remark at the field', async ({ assert }) => {
    const { unit, director } = await school()
    const { status } = await director.post('/login', { login: 'nikt\0@example.org', password: 'x' })
    assert.isBelow(status, 500)
    const search = await director.get(`/${unit.slug}/memberships?q=%00`)
    assert.equal(search.status, 422)
    assert.equal(search.component, 'core/errors/show')
  })

  test('a made-up referrer does not break the way to log-in', async ({ assert }) => {
    const answer = await fetch(`${base()}/sp-1/memberships`, {
      redirect: 'manual',
      headers: { accept: 'text/html', referer: 'no address' },
    })
    assert.equal(answer.status, 302)
    const { director } = await school()
    await director.get('/account')
    const written = await fetch(`${base()}/account/sessions`, {
      method: 'DELETE',
      redirect: 'manual',
      headers: { referer: '::' },
    })
    assert.isBelow(written.status, 500)
  })

  test('a stranger cannot fill the disk with files', async ({ assert }) => {
    const before = (await readdir(tmpdir())).length
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(2_000_000)]), 'x.bin')
    const answer = await fetch(`${base()}/login`, { method: 'POST', body: form, redirect: 'manual' }).catch(
      () => null
    )
    assert.isBelow(answer?.status ?? 400, 500)
    assert.equal((await readdir(tmpdir())).length, before)
  })

  test('a body of twenty megabytes is refused', async ({ assert }) => {
    const answer = await fetch(`${base()}/login`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'x'.repeat(20_000_000) }),
    }).catch(() => null)
    if (answer) assert.equal(answer.status, 413)
  })
})

test.group('Errors of the database', () => {
  const logged = (error: unknown) => {
    let text = ''
    const sink = new Writable({ write: (chunk, _, done) => ((text += String(chunk)), done()) })
    pino({ serializers: { err: loggedError } }, sink).error({ err: error }, (error as Error).message)
    return text
  }

  test('are logged without the values of row or form', async ({ assert }) => {
    const person = await personWith(['teacher'], await aUnit({ plugins: [] }))
    const account = await systemClient()
      .from('core.identity_accounts')
      .where('id', person.accountId)
      .firstOrFail()
    const insert = (row: object) =>
      systemClient()
        .table('core.identity_accounts')
        .insert(row)
        .then(
          () => null,
          (error: unknown) => error
        )
    const twice = await insert({ person_id: person.personId, login_name: account.login_name })
    assert.equal((twice as { code: string }).code, '23505')
    assert.notInclude(logged(twice), account.login_name)
    const unlawful = await insert({ person_id: person.personId, login_name: 'Łucja.Żak@example.org' })
    assert.equal((unlawful as { code: string }).code, '23514')
    assert.notInclude(logged(unlawful), 'Łucja')
    assert.include(logged(unlawful), 'identity_accounts')
    assert.equal(logging.loggers.app.serializers?.err, loggedError)
  })
})
