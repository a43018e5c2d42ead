import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { cleanUp, personWith, twoUnits } from '@unia/platform/testing'
import { become, open, soundAtEverySize } from '../../../tests/browser/window.ts'
import { aPolledDevice } from '../functional/web/polled.ts'

const shown = (page: Page) => {
  const query = new URL(page.url()).searchParams
  return { from: Date.parse(query.get('from')!), to: Date.parse(query.get('to')!) }
}

test.group('The charts of a device in a browser', (group) => {
  group.tap((each) => each.timeout(120_000))
  group.each.teardown(() => cleanUp())

  test('are zoomed with buttons and mouse and compared with the week before', async (context) => {
    const { assert } = context
    const [unit] = await twoUnits()
    const device = await aPolledDevice(unit)
    const window = await context.openBrowser()
    await become(window, await personWith(['it_operator'], 'city'))
    const page = await window.newPage()
    await open(page, `/city/ops-console/devices/${device}`)
    const traffic = page.locator('figure', { hasText: 'Ruch na łączu' })
    await traffic.locator('canvas').waitFor()
    assert.equal(await traffic.getByText('tydzień wcześniej').count(), 0)

    await page.getByRole('button', { name: 'Przybliż' }).click()
    await page.waitForURL('**?from=*&to=*')
    const first = shown(page)
    assert.approximately(first.to - first.from, 30 * 60_000, 2000)

    await page.getByRole('switch', { name: 'Porównaj z poprzednim tygodniem' }).click()
    await page.waitForURL('**&compare=week')
    await traffic.getByText('Ruch do szkoły – tydzień wcześniej').waitFor()
    assert.deepEqual(shown(page), first, 'the range stays')

    const box = (await traffic.locator('canvas').boundingBox())!
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2, { steps: 6 })
    await page.mouse.up()
    await page.waitForURL((url) => Date.parse(url.searchParams.get('from')!) > first.from)
    const dragged = shown(page)
    assert.isBelow(dragged.to - dragged.from, (first.to - first.from) / 2)

    await page.getByRole('button', { name: 'Wcześniej' }).click()
    await page.waitForURL((url) => Date.parse(url.searchParams.get('to')!) < dragged.to)
    await page.getByText('1 godz.').click()
    await page.waitForURL('**?range=1h&compare=week')
    await traffic.getByText('Ruch do szkoły – tydzień wcześniej').waitFor()
    await soundAtEverySize(page, assert, ['light', 'dark'])
    if (process.env.UNIA_SHOTS) {
      await page.screenshot({ path: `${process.env.UNIA_SHOTS}/charts.png`, fullPage: true })
      await page.setViewportSize({ width: 390, height: 844 })
      await page.screenshot({ path: `${process.env.UNIA_SHOTS}/charts-390.png`, fullPage: true })
    }
  })
})
