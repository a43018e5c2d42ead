import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { cleanUp, owner, personWith, twoUnits } from '@unia/platform/testing'
import { become, open, soundAtEverySize } from '../../../tests/browser/window.ts'
import { aNetwork } from '../functional/web/network.ts'
import { aDevice, setState } from '../functional/web/school.ts'

const silent = () => ({ code: 'not_answering', params: { since: Date.now() - 4.5 * 60_000 } })

test.group('Map and topology in a browser', (group) => {
  group.tap((each) => each.timeout(120_000))
  group.each.teardown(() => cleanUp())

  test('a unit falls silent on the map, is reached with the keyboard and opened', async (context) => {
    const { assert } = context
    const [unit, neighbour] = await twoUnits()
    const [nowhere] = await twoUnits()
    const [device] = [await aDevice(unit), await aDevice(neighbour), await aDevice(nowhere)]
    await stands(unit.id, 51.248, 22.56, 'Śródmieście')
    await stands(neighbour.id, 51.217, 22.575, 'Dziesiąta')
    const window = await context.openBrowser()
    await become(window, await personWith(['it_operator'], 'city'))
    const page = await window.newPage()
    page.setDefaultTimeout(60_000)
    await open(page, '/city/ops-console/map')
    await page.getByText('na żywo').waitFor()
    const mark = page.locator(`[data-mark="${unit.slug}"]`)
    assert.equal(await mark.getAttribute('data-tone'), 'ok')
    await setState(unit, device, 'DOWN', silent())
    await page.locator(`[data-mark="${unit.slug}"][data-tone="critical"]`).waitFor()
    await page.getByText(/Bez położenia \(\d+\)/).waitFor()
    await shot(page, 'map')
    await soundAtEverySize(page, assert, ['light', 'dark'])
    await shot(page, 'map-390', { width: 390, height: 844 })

    await page.locator('[data-mark][tabindex="0"]').focus()
    assert.equal(await focusedMark(page), unit.slug)
    await page.keyboard.press('ArrowDown')
    assert.equal(await focusedMark(page), neighbour.slug)
    await page.keyboard.press('ArrowUp')
    const before = (await page.locator(`[data-mark="${neighbour.slug}"]`).boundingBox())!
    await page.keyboard.press('+')
    await heightOf(page, neighbour.slug, (y) => y > before.y + 20)
    await page.getByRole('button', { name: 'Pokaż całość' }).click()
    await heightOf(page, neighbour.slug, (y) => Math.abs(y - before.y) < 2)
    await mark.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/devices/${device}`)
  })

  test('the topology shows the way to what is down, and by search anything', async (context) => {
    const { assert } = context
    const [unit] = await twoUnits()
    const { core, cpe, edge } = await aNetwork(unit)
    const window = await context.openBrowser()
    await become(window, await personWith(['it_operator'], 'city'))
    const page = await window.newPage()
    await open(page, '/city/ops-console/topology')
    await page.getByText('na żywo').waitFor()
    const drawn = (...path: string[]) =>
      page.locator(path.map((id) => `[data-device="${id}"]`).join(' ')).first()
    assert.isFalse(await drawn(edge).isVisible())
    await setState(unit, edge, 'DOWN', silent())
    await drawn(core, cpe, edge).waitFor()
    await page.getByText('sfp1 ↔').first().waitFor()
    await shot(page, 'topology')
    await soundAtEverySize(page, assert, ['light', 'dark'])
    await shot(page, 'topology-390', { width: 390, height: 844 })

    await drawn(cpe).getByRole('button').first().click()
    await drawn(edge).waitFor({ state: 'hidden' })
    await page.getByLabel('Szukaj jednostki, urządzenia lub sąsiada').fill(`rdzen-${unit.id}`)
    await drawn(core, cpe).waitFor()
  })
})

const stands = (tenant: number, lat: number, lon: number, district: string) =>
  owner()
    .from('core.tenancy_units')
    .where({ tenant_id: tenant })
    .update({ geo: JSON.stringify({ lat, lon, precision: 'district_centroid_estimate' }), district })

const focusedMark = (page: Page) => page.evaluate<string | undefined>('document.activeElement.dataset.mark')

async function shot(page: Page, name: string, size = { width: 1440, height: 900 }) {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  await page.setViewportSize(size)
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  await page.setViewportSize({ width: 1440, height: 900 })
}

/** Waits until a mark has moved to where it should be; the pages' policy lets no script of a test run in them. */
async function heightOf(page: Page, unit: string, fits: (y: number) => boolean) {
  for (const last = Date.now() + 10_000; Date.now() < last; await page.waitForTimeout(50)) {
    const box = await page.locator(`[data-mark="${unit}"]`).boundingBox()
    if (box && fits(box.y)) return
  }
  throw new Error(`the mark of ${unit} did not move`)
}
