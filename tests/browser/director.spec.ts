import { test } from '@japa/runner'
import { aUnit, giveRole, personWith, visit } from '../../app/testing/index.ts'
import { admitted, section } from '../../plugins/secretariat/tests/school.ts'
import { become, DESK, open, PHONE, sound, soundAtEverySize } from './window.ts'

test.group("A director's day in the browser", (group) => {
  group.tap((each) => each.timeout(120_000))

  test('cards, search, shortcuts and the phone layout of the home page', async ({ assert, openBrowser }) => {
    const unit = await aUnit({ plugins: ['secretariat'] })
    const secretary = await personWith(['secretary'], unit)
    const pupil = await admitted(visit(secretary.token), unit, await section(unit, 4, 'b'), {
      surname: 'Żołądź',
    })
    const window = await openBrowser()
    await become(window, await personWith(['director'], unit))
    const page = await window.newPage()
    await open(page, `/${unit.slug}`)
    await page.getByRole('heading', { level: 2, name: 'Uczniowie' }).waitFor()
    await soundAtEverySize(page, assert, ['light', 'dark'])

    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox', { name: 'Szukaj' }).fill('zol')
    await page.getByRole('option', { name: /Żołądź/ }).waitFor()
    await sound(page, assert, 'search')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/secretariat/pupils/${pupil}`)
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: 'Szukaj' }).fill('role i')
    await page.getByRole('option', { name: /Role i dostęp/ }).click()
    await page.waitForURL(`**/${unit.slug}/memberships`)

    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Skróty klawiszowe' }).getByText('Ctrl+K').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await page.setViewportSize(PHONE)
    const bar = page.getByRole('navigation', { name: 'Menu' })
    await bar.getByRole('button', { name: 'Więcej' }).click()
    await page.getByRole('dialog').getByRole('link', { name: 'Wtyczki' }).click()
    await page.waitForURL(`**/${unit.slug}/plugins`)
    await page.setViewportSize(DESK)
  })

  test('a plugin goes off, its menu with it, and comes back at a press of undo', async ({
    assert,
    openBrowser,
  }) => {
    const unit = await aUnit({ plugins: ['secretariat'] })
    const window = await openBrowser()
    await become(window, await personWith(['director'], unit))
    const page = await window.newPage()
    await open(page, `/${unit.slug}/plugins`)
    await soundAtEverySize(page, assert, ['light', 'dark'])
    const entry = page.getByRole('navigation').getByRole('link', { name: 'Uczniowie' })
    await entry.waitFor()
    await page.getByRole('switch', { name: 'Wyłącz: Sekretariat' }).focus()
    await page.keyboard.press('Space')
    await page.getByText('Wyłączono: Sekretariat. Dane zostały zachowane.').waitFor()
    await entry.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Cofnij' }).click()
    await entry.waitFor()
    await page.getByRole('switch', { name: 'Wyłącz: Sekretariat' }).waitFor()
  })

  test('a role is granted to an employee and ended again', async ({ assert, openBrowser }) => {
    const unit = await aUnit({ plugins: [] })
    await personWith(['teacher'], unit)
    const window = await openBrowser()
    await become(window, await personWith(['director'], unit))
    const page = await window.newPage()
    await open(page, `/${unit.slug}/memberships`)
    await soundAtEverySize(page, assert)
    await page.getByRole('button', { name: 'Nadaj rolę' }).click()
    const drawer = page.getByRole('dialog', { name: 'Nadaj rolę' })
    await drawer.getByRole('button', { name: 'Nadaj rolę' }).click()
    await drawer.getByRole('link', { name: /^Komu: / }).waitFor()
    await sound(page, assert, 'refused')
    await drawer.getByLabel(/^Komu/).click()
    await page.getByRole('option').first().click()
    await drawer.getByLabel(/^Rola/).click()
    await page.getByRole('option', { name: 'Sekretariat' }).click()
    await drawer.getByRole('button', { name: 'Nadaj rolę' }).click()
    await page.getByText(/^Nadano rolę:/).waitFor()
    await drawer.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Zakończ rolę Sekretariat/ }).click()
    const question = page.getByRole('alertdialog')
    await sound(page, assert, 'question')
    await question.getByRole('button', { name: 'Zakończ' }).click()
    await page.getByText(/^Zakończono rolę:/).waitFor()
  })

  test('who has two roles and two schools always sees as whom they act', async ({ openBrowser }) => {
    const [one, other] = [
      await aUnit({ plugins: [] }),
      await aUnit({ plugins: [], kind: 'general_secondary' }),
    ]
    const person = await personWith(['teacher', 'tutor'], one)
    await giveRole(person, 'deputy_director', other)
    const window = await openBrowser()
    await become(window, person)
    const page = await window.newPage()
    await open(page, `/${one.slug}`)
    const chooser = page.getByRole('button', { name: /Zmień placówkę lub rolę/ })
    for (const role of ['Wychowawca', 'Nauczyciel']) {
      await chooser.click()
      await page.getByRole('option', { name: role, exact: true }).click()
      await page.getByRole('button', { name: new RegExp(`, ${role}$`) }).waitFor()
    }
    await chooser.click()
    await page.getByRole('option', { name: 'Wicedyrektor' }).click()
    await page.waitForURL(`**/${other.slug}`)
    await page.getByRole('button', { name: /, Wicedyrektor$/ }).waitFor()
  })

  test('the audit trail is filtered by who did it, in the address', async ({ assert, openBrowser }) => {
    const unit = await aUnit({ plugins: ['secretariat'] })
    const director = await personWith(['director'], unit)
    await visit(director.token).delete(`/${unit.slug}/plugins/secretariat/activation`)
    const window = await openBrowser()
    await become(window, director)
    const page = await window.newPage()
    await open(page, `/${unit.slug}/audit`)
    await soundAtEverySize(page, assert)
    await page.getByPlaceholder('Kto').or(page.getByLabel('Kto')).first().fill('Żak-Testowa')
    await page.waitForURL(/f\.actor=/)
    await page.getByRole('row').filter({ hasText: 'włączenie wtyczki' }).first().waitFor()
    await open(page, `/${unit.slug}/jobs`)
    await soundAtEverySize(page, assert)
  })
})
