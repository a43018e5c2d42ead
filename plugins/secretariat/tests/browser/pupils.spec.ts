import AxeBuilder from '@axe-core/playwright'
import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright-core'
import { aUnit, personWith, visit } from '@unia/platform/testing'
import { admitted, section } from '#secretariat/tests/school'

async function school() {
  const unit = await aUnit()
  const { token } = await personWith(['secretary'], unit)
  const fourB = await section(unit, 4, 'b')
  for (const surname of ['Lis', 'Żołądź', 'Ćwik']) await admitted(visit(token), unit, fourB, { surname })
  return { token, base: `/${unit.slug}/secretariat/pupils` }
}

async function enter(window: BrowserContext, token: string, path: string): Promise<Page> {
  await window.addCookies([
    {
      name: 'unia-session',
      value: token,
      domain: process.env.HOST!,
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
    },
  ])
  const page = await window.newPage()
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)
}

test.group('The secretary at the keyboard', () => {
  test('finds a pupil and opens the card without touching the mouse', async (context) => {
    const { assert } = context
    const { token, base } = await school()
    const page = await enter(await context.openBrowser(), token, base)
    await page.getByRole('searchbox').or(page.getByPlaceholder(/PESEL/)).first().focus()
    await page.keyboard.type('zol')
    await page.getByRole('row').filter({ hasText: 'Lis' }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: /Żołądź/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Żołądź Hanna' }).waitFor()
    assert.deepEqual(await violations(page), [])
  })

  test('adds a pupil: the PESEL fills birth date and sex', async (context) => {
    const { assert } = context
    const { token, base } = await school()
    const page = await enter(await context.openBrowser(), token, `${base}/create`)
    assert.deepEqual(await violations(page), [])
    await page.getByLabel('PESEL').fill('13251701246')
    await page.locator('input[value="17.05.2013"]').waitFor()
    await page.locator('input[value="kobieta"]').waitFor()
    await page.getByLabel('PESEL').fill('')
    await page.getByLabel('Nazwisko').fill('Świerszcz')
    await page.getByLabel(/^Imię/).fill('Łucja')
    await page
      .getByRole('combobox', { name: 'Oddział' })
      .or(page.getByRole('textbox', { name: 'Oddział' }))
      .click()
    await page.getByRole('option', { name: '4b' }).click()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { level: 1, name: 'Świerszcz Łucja' }).waitFor()
  })

  test('corrects a card', async (context) => {
    const { token, base } = await school()
    const page = await enter(await context.openBrowser(), token, `${base}?q=lis`)
    await page.getByRole('link', { name: /Lis/ }).click()
    await page.getByRole('link', { name: 'Zmień dane' }).click()
    await page.getByLabel('Miejscowość').fill('Świdnik')
    await page.getByRole('button', { name: 'Zapisz' }).click()
    await page.getByText('Świdnik').first().waitFor()
  })

  test('works on a phone', async (context) => {
    const { assert } = context
    const { token, base } = await school()
    const page = await enter(
      await context.openBrowser({ viewport: { width: 390, height: 844 } }),
      token,
      base
    )
    for (const path of [base, `${base}/create`]) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      assert.deepEqual(await violations(page), [], path)
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      assert.isAtMost(width, 390, path)
    }
  })
})
