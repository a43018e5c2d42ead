import { AxeBuilder } from '@axe-core/playwright'
import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright-core'
import { cleanUp, personWith, twoUnits, type TestPerson } from '@unia/platform/testing'
import { aDevice, setState } from '../functional/web/school.ts'

const silent = () => ({ code: 'not_answering', params: { since: Date.now() - 4.5 * 60_000 } })

test.group('The console in a browser', (group) => {
  group.tap((each) => each.timeout(60_000))
  group.each.teardown(() => cleanUp())

  for (const width of [1440, 390]) {
    test(`at ${width} px the wall shows a school fall silent and then down, live`, async (context) => {
      const { assert } = context
      const [unit] = await twoUnits()
      const device = await aDevice(unit)
      const tileOf = unit.slug
      const page = await opened(
        await context.openBrowser({ viewport: { width, height: 900 } }),
        await personWith(['it_operator'], 'city')
      )
      await page.goto('/city/ops-console/wall')
      const tile = page.locator(`[data-tile="${tileOf}"]`)
      await page.getByText('na żywo').waitFor()
      assert.equal(await tile.getAttribute('data-tone'), 'ok')

      await setState(unit, device, 'UNKNOWN', silent())
      await page.locator(`[data-tile="${tileOf}"][data-tone="unknown"]`).waitFor()
      assert.include(await tile.innerText(), 'nie odpowiada od 4 min')

      await setState(unit, device, 'DOWN', silent())
      await page.locator(`[data-tile="${tileOf}"][data-tone="critical"]`).waitFor()
      assert.equal(await page.locator('[data-tile]').first().getAttribute('data-tone'), 'critical')
      await accessible(page, assert)
    })
  }

  test('the wall is walked with arrows, filtered with / and opened with Enter', async (context) => {
    const { assert } = context
    const [unit] = await twoUnits()
    const device = await aDevice(unit)
    const page = await opened(await context.openBrowser(), await personWith(['it_operator'], 'city'))
    await page.goto('/city/ops-console/wall')
    await page.getByText('na żywo').waitFor()
    assert.isAtMost(await page.evaluate<number>('document.documentElement.scrollHeight - innerHeight'), 0)
    await page.keyboard.press('/')
    await page.keyboard.type('sp 1')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowRight')
    await page.locator('[data-tile]:focus').waitFor()
    await page.locator(`[data-tile="${unit.slug}"]`).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/devices/${device}`)
  })

  test('the page of a device keeps the range of its charts in the address', async (context) => {
    const { assert } = context
    const [unit] = await twoUnits()
    const device = await aDevice(unit)
    const page = await opened(await context.openBrowser(), await personWith(['it_operator'], 'city'))
    await page.goto(`/city/ops-console/devices/${device}`)
    await page.getByText('24 godz.').click()
    await page.waitForURL('**?range=24h')
    await page.getByText('Ruch na łączu').waitFor()
    await accessible(page, assert)
  })

  test('the director reads what an outage means', async (context) => {
    const { assert } = context
    const [unit] = await twoUnits()
    const device = await aDevice(unit)
    const page = await opened(
      await context.openBrowser({ viewport: { width: 390, height: 844 } }),
      await personWith(['director'], unit)
    )
    await page.goto(`/${unit.slug}/ops-console`)
    await page.getByText('na żywo').waitFor()
    await setState(unit, device, 'DOWN', silent())
    await page.getByText('Sprawdź, czy w szafie jest prąd').waitFor()
    await accessible(page, assert)
  })
})

async function opened(context: BrowserContext, person: TestPerson): Promise<Page> {
  await context.addCookies([
    { name: 'unia-session', value: person.token, url: `http://${process.env.HOST}:${process.env.PORT}` },
  ])
  return context.newPage()
}

async function accessible(page: Page, assert: { deepEqual: (found: unknown, wanted: unknown) => void }) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
    []
  )
}
