import { AxeBuilder } from '@axe-core/playwright'
import { test } from '@japa/runner'
import { cleanUp, personWith, twoUnits } from '@unia/platform/testing'
import { aLink, measured, outage } from '../functional/sla/link.ts'

const MONTH = '2026-10'

test.group('Availability in a browser', (group) => {
  group.tap((each) => each.timeout(120_000))
  group.each.teardown(() => cleanUp())

  for (const width of [1440, 390]) {
    test(`at ${width} px a link is settled, and stands in the contract's list`, async (context) => {
      const { assert } = context
      const [unit] = await twoUnits()
      const place = await aLink(unit)
      await measured(place, MONTH)
      await outage(place, '2026-10-12T06:00:00Z', '2026-10-12T11:00:00Z')
      const { token } = await personWith(['it_operator'], 'city')
      const browser = await context.openBrowser({ viewport: { width, height: 900 } })
      await browser.addCookies([
        { name: 'unia-session', value: token, url: `http://${process.env.HOST}:${process.env.PORT}` },
      ])
      const page = await browser.newPage()
      const shot = (name: string) =>
        process.env.SCREENSHOTS &&
        page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${width}.png`, fullPage: true })
      const accessible = async () => {
        const { violations } = await new AxeBuilder({ page }).analyze()
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes[0].html]),
          []
        )
      }
      await page.goto(`/city/ops-console/sla/links/${place.deviceId}?month=${MONTH}`)
      await page.getByText('Stan na teraz').waitFor()
      await page.getByRole('button', { name: 'Rozlicz miesiąc' }).click()
      await page.getByText('Powstał 1 raport').waitFor()
      await page.getByText('99,328 %').waitFor()
      assert.isFalse(await page.getByText('Stan na teraz').isVisible())
      await accessible()
      await shot('link')
      await page.goto(`/city/ops-console/sla?month=${MONTH}`)
      await page.getByText('nie dotrzymano').first().waitFor()
      await accessible()
      await shot('contract')
    })
  }
})
