import { test } from '@japa/runner'
import { openSession } from '../../app/identity/sessions.ts'
import { aUnit, owner, personWith } from '../../app/testing/index.ts'
import { forgetAllFailures, PASSWORD, withPassword } from '../functional/identity/with_password.ts'
import { become, DESK, open, PHONE, soundAtEverySize } from './window.ts'

test.group('What belongs to the person, in the browser', (group) => {
  group.tap((each) => each.timeout(120_000))

  test('the account names every device, logs one out and leads back', async ({ assert, openBrowser }) => {
    const unit = await aUnit({ plugins: [] })
    const person = await personWith(['teacher'], unit)
    const account = { id: person.accountId, roles: ['teacher' as const], secondFactor: false }
    await openSession(account, {
      address: '10.0.0.7',
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
    })
    const window = await openBrowser()
    await become(window, person)
    const page = await window.newPage()
    await open(page, `/${unit.slug}`)
    await open(page, '/account')
    await soundAtEverySize(page, assert, ['light', 'dark'])
    await page.getByText('10.0.0.7').waitFor()
    await page.getByRole('button', { name: /^Wyloguj: Firefox/ }).click()
    await page.getByText('10.0.0.7').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Wróć: SP 1' }).click()
    await page.waitForURL(`**/${unit.slug}`)
  })

  test('colours and language are switched and stay', async ({ assert, openBrowser }) => {
    const unit = await aUnit({ plugins: [] })
    const window = await openBrowser()
    await become(window, await personWith(['teacher'], unit))
    const page = await window.newPage()
    await open(page, `/${unit.slug}`)
    await page.getByRole('button', { name: 'Ciemny wygląd' }).click()
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
    await page.getByRole('button', { name: 'Switch to English' }).click()
    await page.locator('html[lang="en"]').waitFor()
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Home' }).waitFor()
    await open(page, '/account')
    await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor()
    assert.equal(await page.locator('html').getAttribute('data-mantine-color-scheme'), 'dark')
  })

  test('leaving a form with changes asks; a lost line and an outdated page keep what was typed', async ({
    assert,
    openBrowser,
  }) => {
    const unit = await aUnit({ plugins: [] })
    const person = await personWith(['teacher'], unit)
    const window = await openBrowser()
    await become(window, person)
    const page = await window.newPage()
    await open(page, '/account?password')
    const field = page.getByLabel(/^Nowe hasło/).first()
    await field.fill('kasztany nad rzeką')
    await page.getByRole('link', { name: 'Wróć: SP 1' }).click()
    const question = page.getByRole('alertdialog', { name: 'Wyjść bez zapisania?' })
    await question.getByRole('button', { name: 'Zostań' }).click()
    assert.equal(await field.inputValue(), 'kasztany nad rzeką')

    await window.setOffline(true)
    await page.getByText(/^Brak połączenia z siecią/).waitFor()
    await window.setOffline(false)
    await page.getByText(/^Brak połączenia z siecią/).waitFor({ state: 'detached' })

    await window.clearCookies({ name: 'XSRF-TOKEN' })
    await page.getByRole('button', { name: 'Zmień hasło' }).click()
    await page.getByText(/^Sesja wygasła/).waitFor()
    assert.equal(await field.inputValue(), 'kasztany nad rzeką')
    await soundAtEverySize(page, assert)
  })

  test('who was logged out from afar logs in and comes back to the same page', async ({ openBrowser }) => {
    await forgetAllFailures()
    const unit = await aUnit({ plugins: [] })
    const person = await personWith(['teacher'], unit)
    const login = await withPassword(person)
    const window = await openBrowser()
    await become(window, person)
    const page = await window.newPage()
    await open(page, '/account')
    await owner().from('core.identity_sessions').where('account_id', person.accountId).delete()
    await open(page, '/account')
    await page.waitForURL(/\/login\?next=/)
    await page.getByLabel(/e-mail/).fill(login)
    await page.locator('input[type=password]').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/account')
  })

  test('pages that are not there, not allowed or too old say what to do', async ({ assert, openBrowser }) => {
    const unit = await aUnit({ plugins: [] })
    const window = await openBrowser({ viewport: PHONE })
    await become(window, await personWith(['teacher'], unit))
    const page = await window.newPage()
    await open(page, `/${unit.slug}/nie-ma-tego`)
    await page.getByRole('heading', { level: 1, name: 'Nie ma takiej strony' }).waitFor()
    await soundAtEverySize(page, assert)
    await page.setViewportSize(DESK)
    await open(page, `/${unit.slug}/plugins`)
    await page.getByRole('heading', { level: 1, name: 'Ta rola tego nie obejmuje' }).waitFor()
    await soundAtEverySize(page, assert)
    await page.getByRole('link', { name: 'Strona główna' }).click()
    await page.getByRole('heading', { level: 1, name: unit.name }).waitFor()
  })
})
