import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { issueInvitation, type NewInvitation } from '../../../app/identity/invitations/issue.ts'
import { deriveMemberships } from '../../../app/identity/derived_memberships.ts'
import { inTenant } from '../../../app/tenancy/tenancy.ts'
import type { Tenant } from '../../../app/tenancy/tenants.ts'
import { aUnit, later, owner, personWith, twoUnits, visit } from '../../../app/testing/index.ts'

const BORN = '2016-05-04'
const PASSWORD = 'koń bateria zszywka'

async function aParent(unit: Tenant, childName = 'Zofia') {
  const [childId, personId] = await Promise.all([person(childName, BORN), person('Anna', null)])
  await inTenant(unit.id, () =>
    deriveMemberships({ source: 'guardian_link', key: randomUUID() }, [
      { personId, role: 'guardian', from: '2020-09-01', to: null, aboutPersonId: childId },
    ])
  )
  return { personId, childId }
}

async function person(givenNames: string, birthDate: string | null): Promise<string> {
  const [row] = await owner()
    .table('core.identity_people')
    .insert({ given_names: givenNames, surname: 'Żołądź', birth_date: birthDate })
    .returning('id')
  const id = (row.id ?? row) as string
  later(async () => {
    await owner().from('core.identity_merges').where('kept_id', id).orWhere('merged_id', id).delete()
    await owner().from('core.identity_memberships').where('person_id', id).delete()
    await owner().from('core.identity_accounts').where('person_id', id).delete()
    await owner().from('core.identity_people').where('id', id).update({ merged_into: null })
    await owner().from('core.identity_people').where('id', id).delete()
  })
  return id
}

const invite = (unit: Tenant, invitation: Omit<NewInvitation, 'birthDates'>) =>
  inTenant(unit.id, () => issueInvitation({ birthDates: [BORN], ...invitation }))

const errorsOf = async (browser: ReturnType<typeof visit>, path = '/start') =>
  (await browser.get(path)).props.errors as Record<string, string>

test.group('First log-in by a code', (group) => {
  // Every test comes from the same address, whose attempts are counted.
  group.each.setup(async () => {
    await owner().from('core.identity_throttle').delete()
  })

  test('code, birth date, login and password, then the children and how to be reached', async ({
    assert,
  }) => {
    const unit = await aUnit()
    const { personId } = await aParent(unit)
    const { code } = await invite(unit, { personId })
    const phone = visit(null)
    const login = `anna-${randomUUID()}@example.org`
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    assert.equal((await phone.post('/start', { code: typed, birthDate: BORN })).location, '/start/account')
    assert.containsSubset((await phone.get('/start/account')).props, { mode: 'open', givenNames: 'Anna' })
    assert.equal(
      (await phone.post('/start/open', { login, password: PASSWORD })).location,
      '/account/welcome'
    )
    const welcome = await phone.get('/account/welcome')
    assert.deepEqual(
      (welcome.props.children as { name: string }[]).map(({ name }) => name),
      ['Zofia Żołądź']
    )
    await phone.post('/account/welcome', { email: 'anna@example.org', phone: '601 234 567' })
    const contacts = await owner().from('core.identity_contacts').where('person_id', personId).orderBy('kind')
    assert.deepEqual(
      contacts.map(({ value }) => value),
      ['anna@example.org', '+48601234567']
    )
    assert.equal((await phone.get(`/${unit.slug}`)).status, 200)
    const again = visit(null)
    await again.post('/start', { code, birthDate: BORN })
    assert.property(await errorsOf(again), 'code', 'a code is good once')
  })

  test('P11: on day 31 who knows code and date hears that it expired, and asks for a new one', async ({
    assert,
  }) => {
    const unit = await aUnit()
    const secretary = await personWith(['secretary'], unit)
    const { personId } = await aParent(unit)
    const { code, id } = await invite(unit, { personId })
    await owner()
      .from('core.identity_invitations')
      .where('id', id)
      .update({ expires_at: new Date(Date.now() - 86_400_000) })
    const browser = visit(null)
    await browser.post('/start', { code, birthDate: '2001-01-01' })
    assert.property(await errorsOf(browser), 'code', 'without the date nothing is told')
    await browser.post('/start', { code, birthDate: BORN })
    assert.equal((await browser.get('/start')).props.expired, true)
    assert.equal((await browser.get('/start/account')).location, '/start')
    assert.equal((await browser.post('/start/again')).component, 'core/public/start_asked')
    const heard = await owner().from('core.identity_notifications').where('account_id', secretary.accountId)
    assert.deepEqual(
      heard.map(({ message_key }) => message_key),
      ['core.invitations.asked_again']
    )
  })

  test('P11, E2: five wrong tries let the code rest for an hour, the unit hears of it, the answer stays the same', async ({
    assert,
  }) => {
    const unit = await aUnit()
    const secretary = await personWith(['secretary'], unit)
    const { personId } = await aParent(unit)
    const { code, id } = await invite(unit, { personId })
    const browser = visit(null)
    const wrong = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`
    const answers: string[] = []
    for (let tries = 0; tries < 5; tries++) {
      await browser.post('/start', { code: wrong, birthDate: BORN })
      answers.push((await errorsOf(browser)).code!)
    }
    await browser.post('/start', { code, birthDate: BORN })
    answers.push((await errorsOf(browser)).code!)
    await browser.post('/start', { code: '0000-0000-0000', birthDate: BORN })
    answers.push((await errorsOf(browser)).code!)
    assert.lengthOf(new Set(answers), 1)
    const heard = await owner().from('core.identity_notifications').where('account_id', secretary.accountId)
    assert.deepEqual(
      heard.map(({ message_key }) => message_key),
      ['core.invitations.paused']
    )
    await owner()
      .from('core.identity_invitations')
      .where('id', id)
      .update({ paused_until: new Date(Date.now() - 1000) })
    assert.equal((await browser.post('/start', { code, birthDate: BORN })).location, '/start/account')
  })

  test('E2: an unknown code takes as long as a known one', async ({ assert }) => {
    const unit = await aUnit()
    const { personId } = await aParent(unit)
    const { code } = await invite(unit, { personId })
    const took = async (typed: string) => {
      const times: number[] = []
      for (let i = 0; i < 9; i++) {
        await owner().from('core.identity_throttle').delete()
        await owner().from('core.identity_invitations').where('person_id', personId).update({ failures: 0 })
        const browser = visit(null)
        await browser.get('/start')
        const start = performance.now()
        await browser.post('/start', { code: typed, birthDate: '2001-01-01' })
        times.push(performance.now() - start)
      }
      return times.sort((a, b) => a - b)[4]!
    }
    const [known, unknown] = [await took(code), await took('ZZZZ-ZZZZ-ZZZZ')]
    assert.isBelow(Math.abs(known - unknown), Math.max(known, unknown) * 0.6, `${known} ms, ${unknown} ms`)
  })

  test('P3: a login name is one person’s, the same e-mail may be the contact of two', async ({ assert }) => {
    const unit = await aUnit()
    const [mother, father] = [await aParent(unit), await aParent(unit)]
    const email = `dom-${randomUUID()}@example.org`
    const browsers = []
    for (const { personId } of [mother, father]) {
      const { code } = await invite(unit, { personId })
      const browser = visit(null)
      await browser.post('/start', { code, birthDate: BORN })
      await browser.post('/start/open', { login: email, password: PASSWORD })
      browsers.push(browser)
    }
    assert.match((await errorsOf(browsers[1]!, '/start/account')).login!, /inny login/)
    assert.equal(
      (await browsers[1]!.post('/start/open', { login: `tata-${randomUUID()}`, password: PASSWORD }))
        .location,
      '/account/welcome'
    )
    for (const browser of browsers) await browser.post('/account/welcome', { email })
    const shared = await owner().from('core.identity_contacts').where('value', email)
    assert.lengthOf(shared, 2)
  })

  test('P1: a second and third unit’s code join the account that is there: one account, three children', async ({
    assert,
  }) => {
    const [first, second] = await twoUnits()
    const third = await aUnit()
    const login = `anna-${randomUUID()}`
    const browser = visit(null)
    const one = await aParent(first, 'Zofia')
    await browser.post('/start', { code: (await invite(first, one)).code, birthDate: BORN })
    await browser.post('/start/open', { login, password: PASSWORD })
    for (const [unit, name] of [
      [second, 'Jan'],
      [third, 'Ewa'],
    ] as const) {
      const { personId } = await aParent(unit, name)
      const again = visit(null)
      await again.post('/start', { code: (await invite(unit, { personId })).code, birthDate: BORN })
      const joined = await again.post('/start/join', { login, password: PASSWORD })
      assert.equal(joined.location, '/account/welcome')
    }
    const { children } = (await browser.get('/account/welcome')).props as {
      children: { name: string; units: object[] }[]
    }
    assert.deepEqual(
      children.map(({ name }) => name),
      ['Ewa Żołądź', 'Jan Żołądź', 'Zofia Żołądź']
    )
    for (const unit of [first, second, third]) assert.equal((await browser.get(`/${unit.slug}`)).status, 200)
    const told = await owner()
      .from('core.bus_outbox')
      .whereIn('tenant_id', [second.id, third.id])
      .where('type', 'pl.lublin.edu.identity.person.merged.v1')
    assert.sameMembers(
      told.map(({ tenant_id }) => tenant_id),
      [second.id, third.id]
    )
  })

  test('a code told right in one browser opens nothing in another', async ({ assert }) => {
    const unit = await aUnit()
    const { personId } = await aParent(unit)
    const { code } = await invite(unit, { personId })
    await visit(null).post('/start', { code, birthDate: BORN })
    const stranger = visit(null)
    assert.equal((await stranger.get('/start/account')).location, '/start')
    await stranger.post('/start/open', { login: `x-${randomUUID()}`, password: PASSWORD })
    assert.lengthOf(await owner().from('core.identity_accounts').where('person_id', personId), 0)
  })

  test('two presses of the button open one account', async ({ assert }) => {
    const unit = await aUnit()
    const { personId } = await aParent(unit)
    const { code } = await invite(unit, { personId })
    const browser = visit(null)
    await browser.post('/start', { code, birthDate: BORN })
    const form = { login: `anna-${randomUUID()}`, password: PASSWORD }
    await Promise.all([browser.post('/start/open', form), browser.post('/start/open', form)])
    assert.lengthOf(await owner().from('core.identity_accounts').where('person_id', personId), 1)
  })

  test('a new letter makes the old one worthless', async ({ assert }) => {
    const unit = await aUnit()
    const { personId } = await aParent(unit)
    const [old, fresh] = [await invite(unit, { personId }), await invite(unit, { personId })]
    const browser = visit(null)
    await browser.post('/start', { code: old.code, birthDate: BORN })
    assert.property(await errorsOf(browser), 'code')
    assert.equal(
      (await browser.post('/start', { code: fresh.code, birthDate: BORN })).location,
      '/start/account'
    )
  })
})
