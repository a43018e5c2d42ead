import AxeBuilder from '@axe-core/playwright'
import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { aUnit, personWith, visit, withWorkers } from '@unia/platform/testing'
import { admitted, section } from '#secretariat/tests/school'

const PHONE = { width: 390, height: 844 }

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)
}

test.group('Class lists at the keyboard', (group) => {
  group.each.timeout(60_000)

  test('one press, the progress to its end without a reload, the bell, and the file', async ({
    assert,
    openBrowser,
  }) => {
    const unit = await aUnit()
    const { token } = await personWith(['secretary'], unit)
    for (const symbol of ['a', 'b', 'c']) await admitted(visit(token), unit, await section(unit, 4, symbol))
    const window = await openBrowser()
    await window.addCookies([
      { name: 'unia-session', value: token, domain: process.env.HOST!, path: '/', httpOnly: true },
    ])
    const page = await window.newPage()
    await page.goto(`/${unit.slug}/secretariat/sections`)
    await page.getByRole('button', { name: 'Listy wszystkich oddziałów (PDF)' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: /^Listy oddziałów/ }).waitFor()
    await page.getByText('czeka', { exact: true }).waitFor()

    await withWorkers()
    await page.getByText('3 z 3').waitFor()
    await page.getByText('gotowe', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Powiadomienia: 1 nieprzeczytane' }).waitFor()
    assert.deepEqual(await violations(page), [])

    const link = page.getByRole('link', { name: /listy-oddzialow.*\.pdf/ })
    const [file] = await Promise.all([page.waitForEvent('download'), link.press('Enter')])
    assert.match(file.suggestedFilename(), /listy-oddzialow.*\.pdf$/)

    await page.setViewportSize(PHONE)
    await page.locator('main h1').waitFor()
    assert.deepEqual(await violations(page), [])
    const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    assert.isAtMost(beyond, 0)
    await page.getByRole('button', { name: 'Powiadomienia: 1 nieprzeczytane' }).click()
    await page.getByRole('link', { name: /Gotowe: Listy oddziałów/ }).waitFor()
  })

  test('without a live connection the page asks by itself', async ({ openBrowser }) => {
    const unit = await aUnit()
    const { token } = await personWith(['secretary'], unit)
    await admitted(visit(token), unit, await section(unit, 4, 'a'))
    const window = await openBrowser()
    await window.addCookies([
      { name: 'unia-session', value: token, domain: process.env.HOST!, path: '/', httpOnly: true },
    ])
    const page = await window.newPage()
    await page.route(/socket\.io/, (route) => route.abort())
    await page.routeWebSocket(/socket\.io/, (socket) => void socket.close())
    await page.goto(`/${unit.slug}/secretariat/sections`)
    await page.getByRole('button', { name: 'Listy wszystkich oddziałów (PDF)' }).click()
    await page.getByText('czeka', { exact: true }).waitFor()
    await withWorkers()
    await page.getByText('gotowe', { exact: true }).waitFor()
  })
})
