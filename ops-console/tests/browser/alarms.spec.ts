import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { test } from '@japa/runner'
import { cleanUp, later, personWith, theCity, twoUnits } from '@unia/platform/testing'
import { openDesk } from '#ops/alarms/desk'
import { Incident } from '#ops/alarms/incident'
import { keepIncidents } from '#ops/alarms/keep'
import { openDatabase } from '#ops/database'
import { aDevice } from '../functional/web/school.ts'

const PICTURES = process.env.UNIA_PICTURES
const SILENT = { check: 'reachability', severity: 'critical' as const, fact: null }

/** An open incident, a contact on duty, and agreed work. */
async function aDay() {
  const [unit] = await twoUnits()
  const city = await theCity()
  const ops = openDatabase(undefined, 2)
  later(async () => {
    for (const table of ['notices', 'windows', 'policies', 'rotas', 'contacts']) {
      await ops(`ops_console.ops_console_${table}`).where({ tenant_id: city.id }).delete()
    }
    await ops.destroy()
  })
  const deviceId = await aDevice(unit)
  await ops.transaction((trx) =>
    keepIncidents(trx, [{ tenantId: unit.id, deviceId, wanted: [SILENT] }], new Date())
  )
  await openDesk(ops, new Date())
  const [contact] = await ops('ops_console.ops_console_contacts')
    .insert({
      tenant_id: city.id,
      role: 'it',
      name: 'Żaneta Źrebięć-Kowalska',
      email: 'z@example.org',
      phone: '81 466 00 00',
    })
    .returning('id')
  await ops('ops_console.ops_console_rotas')
    .where({ tenant_id: city.id })
    .update({ contact_ids: [contact.id] })
  const day = { starts_at: new Date(Date.now() - 60_000), ends_at: new Date(Date.now() + 3_600_000) }
  await ops('ops_console.ops_console_windows').insert({
    ...{ tenant_id: city.id, scope: 'city', reason: 'Wymiana zasilacza', author_name: 'Jan Kot', ...day },
  })
  const incident = await Incident.query(ops).where({ tenant_id: unit.id }).first().throwIfNotFound()
  const policy = await ops('ops_console.ops_console_policies').where({ tenant_id: city.id }).first('id')
  return { incident, contact: contact.id as string, policy: policy.id as string }
}

test.group('Alarms in a browser', (group) => {
  group.tap((each) => each.timeout(120_000))
  group.each.teardown(() => cleanUp())

  for (const [width, colorScheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    test(`every page of the alarms is accessible at ${width} px, ${colorScheme}`, async (context) => {
      const { assert } = context
      const { incident, contact, policy } = await aDay()
      const { token } = await personWith(['it_operator'], 'city')
      const browser = await context.openBrowser({ viewport: { width, height: 900 }, colorScheme })
      await browser.addCookies([
        { name: 'unia-session', value: token, url: `http://${process.env.HOST}:${process.env.PORT}` },
      ])
      const page = await browser.newPage()
      const paths = [
        ...['incidents', `incidents/${incident.id}`, 'windows', 'windows/create', 'on-call', 'notifications'],
        ...[`notifications/contacts/${contact}/edit`, `notifications/policies/${policy}/edit`],
      ]
      for (const path of paths) {
        await page.goto(`/city/ops-console/${path}`)
        await page.locator('h1').waitFor()
        const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
        assert.isAtMost(sideways, 0, path)
        const { violations } = await new AxeBuilder({ page }).analyze()
        assert.deepEqual(
          violations.map(({ id, nodes }) => [path, id, nodes[0]?.html]),
          []
        )
        if (!PICTURES) continue
        mkdirSync(PICTURES, { recursive: true })
        await page.screenshot({
          path: `${PICTURES}/${path.replace(/\W+/g, '-').slice(0, 30)}-${width}.png`,
          fullPage: true,
        })
      }
    })
  }

  test('an incident is taken over by keyboard: a, a sentence, Ctrl and Enter', async (context) => {
    const { incident } = await aDay()
    const { token } = await personWith(['it_operator'], 'city')
    const browser = await context.openBrowser()
    await browser.addCookies([
      { name: 'unia-session', value: token, url: `http://${process.env.HOST}:${process.env.PORT}` },
    ])
    const page = await browser.newPage()
    await page.goto(`/city/ops-console/incidents/${incident.id}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('a')
    await page.getByLabel('Co robisz w tej sprawie').fill('Jadę na miejsce')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Oddaj zdarzenie' }).waitFor()
  })
})
