import { AxeBuilder } from '@axe-core/playwright'
import { test } from '@japa/runner'
import { cleanUp, later, personWith, theCity, twoUnits } from '@unia/platform/testing'
import { openDatabase } from '#ops/database'
import { RULES_TABLE } from '#ops/health/rule_set'
import { aDevice } from '../functional/web/school.ts'

/** A firewall whose disk is 70 % full, and a changed limit for the city's firewalls. */
async function aChange() {
  const [unit] = await twoUnits()
  const city = await theCity()
  const ops = openDatabase(undefined, 1)
  later(async () => {
    await ops(RULES_TABLE).where({ tenant_id: city.id }).delete()
    await ops.destroy()
  })
  const deviceId = await aDevice(unit)
  await ops('ops_console.ops_console_device_states')
    .where({ tenant_id: unit.id, device_id: deviceId })
    .update({ figures: JSON.stringify({ diskUse: 70 }) })
  await ops(RULES_TABLE).insert({
    ...{ tenant_id: city.id, code: 'disk_high', kind: 'edge', enabled: true, severity: 'warning' },
    ...{ raise: 88, clear: 80, hits: 3, among: 4, clear_after: 3 },
  })
  const kept = () => ops(RULES_TABLE).where({ tenant_id: city.id, code: 'disk_high' }).first('raise')
  return { kept }
}

test.group('Limits in a browser', (group) => {
  group.tap((each) => each.timeout(120_000))
  group.each.teardown(() => cleanUp())

  for (const [width, colorScheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    test(`a limit is tried and changed at ${width} px, ${colorScheme}`, async (context) => {
      const { assert } = context
      const { kept } = await aChange()
      const { token } = await personWith(['it_operator'], 'city')
      const browser = await context.openBrowser({ viewport: { width, height: 900 }, colorScheme })
      await browser.addCookies([
        { name: 'unia-session', value: token, url: `http://${process.env.HOST}:${process.env.PORT}` },
      ])
      const page = await browser.newPage()
      const look = async (path: string) => {
        await page.goto(`/city/ops-console/${path}`)
        await page.locator('h1').waitFor()
        const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
        assert.isAtMost(sideways, 0, path)
        const { violations } = await new AxeBuilder({ page }).analyze()
        assert.deepEqual(
          violations.map(({ id, nodes }) => [path, id, nodes[0]?.html]),
          []
        )
      }
      await look('rules')
      await look('rules/disk_high/edit?scope=kind:edge')
      await page.getByLabel('Otwiera zdarzenie przy').fill('65,5')
      await page.getByLabel('Zamyka zdarzenie przy').fill('60')
      await page.getByRole('button', { name: 'Sprawdź skutek' }).click()
      await page.getByText('przekracza 1 z 1').waitFor()
      assert.deepEqual(await kept(), { raise: 88 })
      await page.getByRole('button', { name: 'Zapisz próg' }).click()
      await page.getByText('Próg zapisany.').first().waitFor()
      assert.deepEqual(await kept(), { raise: 65.5 })
    })
  }
})
