import { test } from '@japa/runner'
import { Secret, TOTP } from 'otpauth'
import { aUnit, personWith, visit } from '../../app/testing/index.ts'
import { forgetAllFailures, PASSWORD, withPassword } from '../functional/identity/with_password.ts'
import { open, soundAtEverySize } from './window.ts'

const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

test.group('Logging in at the keyboard', (group) => {
  group.tap((each) => each.timeout(120_000))
  group.each.setup(forgetAllFailures)

  test('a wrong password is said and the login stays; the right one leads on', async ({
    assert,
    openBrowser,
  }) => {
    const unit = await aUnit({ plugins: [] })
    const login = await withPassword(await personWith(['teacher'], unit))
    const page = await (await openBrowser()).newPage()
    await open(page, '/login')
    await soundAtEverySize(page, assert, ['light', 'dark'])

    await open(page, '/login')
    await page.locator('input:focus').waitFor()
    await page.keyboard.type(login)
    await page.keyboard.press('Tab')
    await page.keyboard.type('nie to hasło wcale')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /Login lub hasło się nie zgadza/ }).waitFor()
    assert.equal(await page.getByLabel('Login lub e-mail').inputValue(), login)
    await soundAtEverySize(page, assert)

    await page.getByLabel(/^Hasło/).focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/${unit.slug}`)
    await page.getByRole('heading', { level: 1, name: unit.name }).waitFor()
  })

  test('who has a second factor is asked for six digits', async ({ assert, openBrowser }) => {
    const unit = await aUnit({ plugins: [] })
    const person = await personWith(['teacher'], unit)
    const login = await withPassword(person)
    const enrolling = visit(person.token)
    const secret = (await enrolling.get('/account/second-factor')).props.secret as string
    await enrolling.post('/account/second-factor', { code: codeOf(secret, -1) })

    const page = await (await openBrowser()).newPage()
    await open(page, '/login?next=/account')
    await page.getByLabel('Login lub e-mail').fill(login)
    await page.getByLabel(/^Hasło/).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Drugi składnik' }).waitFor()
    await soundAtEverySize(page, assert)
    await page.locator('input').first().focus()
    await page.keyboard.type('000000')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Popraw 1 pole' }).waitFor()
    await page.locator('input').first().fill(codeOf(secret))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/account')
    await page.getByRole('heading', { level: 1, name: 'Moje konto' }).waitFor()
  })

  test('the log-in page speaks English at a press and keeps it', async ({ assert, openBrowser }) => {
    const page = await (await openBrowser()).newPage()
    await open(page, '/login')
    await page.getByRole('button', { name: 'Switch to English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Log in' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Log in' }).waitFor()
    assert.equal(await page.evaluate('document.documentElement.lang'), 'en')
    await soundAtEverySize(page, assert)
  })
})
