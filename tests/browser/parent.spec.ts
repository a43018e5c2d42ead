import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { deriveMemberships } from '../../app/identity/derived_memberships.ts'
import { proposeContacts } from '../../app/identity/contacts.ts'
import { issueInvitation } from '../../app/identity/invitations/issue.ts'
import { inTenant } from '../../app/tenancy/tenancy.ts'
import { aUnit, later, owner } from '../../app/testing/index.ts'
import { PHONE, sound } from './window.ts'

async function person(givenNames: string, birthDate: string | null): Promise<string> {
  const [row] = await owner()
    .table('core.identity_people')
    .insert({ given_names: givenNames, surname: 'Żołądź', birth_date: birthDate })
    .returning('id')
  const id = (row.id ?? row) as string
  later(async () => {
    await owner().from('core.identity_memberships').where('person_id', id).delete()
    await owner().from('core.identity_accounts').where('person_id', id).delete()
    await owner().from('core.identity_people').where('id', id).delete()
  })
  return id
}

test.group('A parent’s first log-in on a phone', (group) => {
  group.each.timeout(60_000)

  test('from the QR code of the letter to the home page: three fields, six taps, under two minutes', async ({
    assert,
    openBrowser,
  }) => {
    const units = [await aUnit(), await aUnit({ kind: 'preschool' })]
    const mother = await person('Anna Maria', null)
    const children = [await person('Zofia', '2016-05-04'), await person('Jan', '2021-02-03')]
    for (const [i, unit] of units.entries())
      await inTenant(unit.id, () =>
        deriveMemberships({ source: 'guardian_link', key: randomUUID() }, [
          { personId: mother, role: 'guardian', from: '2020-09-01', to: null, aboutPersonId: children[i]! },
        ])
      )
    const email = `anna-${randomUUID()}@example.org`
    await proposeContacts(mother, { email, phone: '+48601234567' })
    const { code } = await inTenant(units[0]!.id, () =>
      issueInvitation({ personId: mother, birthDates: ['2016-05-04', '2021-02-03'] })
    )
    await owner().from('core.identity_throttle').delete()

    const window = await openBrowser({ viewport: PHONE, hasTouch: true, isMobile: true })
    const page = await window.newPage()
    const began = Date.now()
    let taps = 0
    let fields = 0
    const tap = async (name: string | RegExp, role: 'button' | 'textbox' = 'button') => {
      taps++
      await page.getByRole(role, { name }).tap()
    }
    const type = async (label: string | RegExp, text: string) => {
      fields++
      taps++
      const field = page.getByLabel(label).and(page.locator('input')).first()
      await field.tap()
      await field.fill(text)
    }

    await page.goto(`/start?code=${code}`)
    await page.locator('main h1').waitFor()
    await sound(page, assert, 'code')
    await type('Data urodzenia', '04052016')
    await tap('Dalej')

    await page.getByRole('heading', { level: 1, name: 'Dzień dobry, Anna' }).waitFor()
    assert.equal(await page.getByLabel('Login').inputValue(), email, 'the known e-mail is proposed')
    await sound(page, assert, 'login and password')
    await type('Hasło', 'koń bateria zszywka')
    await tap('Załóż konto')

    await page.getByRole('heading', { level: 1, name: 'Witaj, Anna' }).waitFor()
    for (const name of ['Zofia Żołądź', 'Jan Żołądź']) await page.getByText(name).waitFor()
    await sound(page, assert, 'children and contacts')
    await tap('Zgadza się')
    await page.waitForURL((url) => !url.pathname.startsWith('/account'))
    await page.locator('main h1').waitFor()

    assert.isAtMost(fields, 3, 'fields to fill in')
    assert.isAtMost(taps, 6, 'taps')
    assert.isBelow(Date.now() - began, 120_000, 'the machine itself takes seconds of the two minutes')
  })
})
