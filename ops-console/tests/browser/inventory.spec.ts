import { AxeBuilder } from '@axe-core/playwright'
import { test } from '@japa/runner'
import { cleanUp, personWith } from '@unia/platform/testing'
import { aField, added, COMMUNITY, file } from '../functional/inventory/place.ts'
import { aDevice } from '../functional/web/school.ts'

const PICTURES = process.env.OPS_PICTURES

test.group('The inventory in a browser', (group) => {
  group.tap((each) => each.timeout(180_000))
  group.each.teardown(() => cleanUp())

  for (const [width, colorScheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    test(`devices are found, tested, imported and discovered at ${width} px, ${colorScheme}`, async (context) => {
      const { assert } = context
      const place = await aField()
      const { unit, agent, operator, devices } = place
      const { host, port } = agent('sp-901/edge')
      const id = await added(place, { name: 'fw-parter', host, port: String(port) })
      await aDevice(unit)
      const rows = [
        'jednostka;rodzaj;nazwa;adres',
        `${unit.slug};switch;sw-2;10.20.1.2`,
        'nikt;switch;sw-3;8.8.8.8',
      ]
      const { location } = await operator.post('/city/ops-console/inventory/imports', file(rows.join('\n')))

      const { token } = await personWith(['it_operator'], 'city')
      const browser = await context.openBrowser({ viewport: { width, height: 900 }, colorScheme })
      await browser.addCookies([
        { name: 'unia-session', value: token, url: `http://${process.env.HOST}:${process.env.PORT}` },
      ])
      const page = await browser.newPage()
      const judge = async (name: string) => {
        if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true })
        const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
        assert.isAtMost(sideways, 0, name)
        const { violations } = await new AxeBuilder({ page }).analyze()
        assert.deepEqual(
          violations.map(({ id: rule, nodes }) => [name, rule, nodes[0]?.html]),
          []
        )
      }
      const look = async (path: string, name: string) => {
        await page.goto(path)
        await page.locator('h1').waitFor()
        await judge(name)
      }
      const base = '/city/ops-console/inventory'
      await look(`${base}?q=${unit.slug}`, 'list')
      await look(`${base}/create`, 'create')
      await look(`${base}/import`, 'import')
      await look(location!, 'preview')
      await page.getByRole('button', { name: 'Wprowadź 1 wiersz' }).click()
      await page.getByRole('heading', { name: 'Wynik' }).waitFor()
      await judge('result')
      assert.includeMembers(
        (await devices(unit.id)).map(({ name }) => name),
        ['sw-2']
      )

      await look(`${base}/${id}`, 'entity')
      await page.getByLabel('Społeczność SNMP v2c').fill(COMMUNITY)
      await page.getByRole('button', { name: 'Sprawdź' }).click()
      await page.getByText('odpowiada', { exact: true }).waitFor()
      await judge('tested')
      await page.getByRole('button', { name: 'Zapisz dane' }).click()
      await page.getByText(/ustawiono .*, /).waitFor()
      assert.notInclude(await page.content(), COMMUNITY)

      await look(`${base}/discovery`, 'discovery')
      await page.getByLabel('Zakres adresów').fill('8.8.8.0/24')
      await page.getByLabel('Społeczność SNMP v2c').fill(COMMUNITY)
      await page.getByRole('button', { name: 'Szukaj' }).last().click()
      await page.getByText('wychodzi poza sieć zarządzania').first().waitFor()
      await page.getByLabel('Zakres adresów').fill('127.0.0.1/32')
      await page.getByLabel('Port UDP').fill(String(agent('sp-902/edge').port))
      await page.getByRole('button', { name: 'Szukaj' }).last().click()
      await page.getByText('Odpowiedziało 1 urządzenie').waitFor()
      await page.getByRole('checkbox', { name: '127.0.0.1' }).check()
      await judge('found')
    })
  }
})
