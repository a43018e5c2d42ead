import { test } from '@japa/runner'
import { aUnit, personWith } from '../../app/testing/index.ts'
import { become, open, soundAtEverySize } from './window.ts'

const PAGES = [
  ['', 'Oświata w mieście'],
  ['/units', 'Placówki'],
  ['/plugins', 'Wtyczki w mieście'],
  ['/parameters', 'Parametry'],
  ['/bus', 'Wymiana między wtyczkami'],
  ['/audit', 'Dziennik zmian'],
] as const

test.group('The city in the browser', (group) => {
  group.tap((each) => each.timeout(90_000))

  for (const [path, title] of PAGES) {
    test(`${title}: read at a desk and on a phone`, async ({ assert, openBrowser }) => {
      const window = await openBrowser()
      await become(window, await personWith(['city_admin'], 'city'))
      const page = await window.newPage()
      await open(page, `/city${path}`)
      assert.equal(await page.locator('main h1').innerText(), title)
      await soundAtEverySize(page, assert)
    })
  }

  test('units are searched in the address', async ({ openBrowser }) => {
    const unit = await aUnit()
    const window = await openBrowser()
    await become(window, await personWith(['city_admin'], 'city'))
    const page = await window.newPage()
    await open(page, '/city/units')
    await page.locator('main').getByLabel('Szukaj placówki').fill(unit.slug)
    await page.waitForURL(/q=/)
  })
})
