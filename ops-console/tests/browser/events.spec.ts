import { AxeBuilder } from '@axe-core/playwright'
import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright-core'
import { cleanUp, later, owner, personWith, theCity, twoUnits, type TestPerson } from '@unia/platform/testing'
import { openPool } from '#ops/database'
import type { AttributedEvent } from '#ops/ingest/event'
import { keepQuarantine } from '#ops/ingest/store/bookkeeping'
import { EventWriter } from '#ops/ingest/store/events'
import { syslogEvent } from '#ops/ingest/syslog/event'
import { Speaker } from '#ops/simulator/syslog/speaker'
import { aDevice } from '../functional/web/school.ts'

/** Believable messages of one firewall, the last of them now. */
function messagesOf(tenantId: number, deviceId: string, count: number): AttributedEvent[] {
  const device = {
    key: 'sp-1/edge',
    serial: '012801000001',
    model: { name: 'PA-440' },
    activity: 1,
    faults: {},
  }
  const speaker = new Speaker(device)
  return Array.from({ length: count }, (_, i) => {
    const receivedAt = Date.now() - (count - i) * 400
    const bytes = Buffer.from(speaker.next())
    const event = syslogEvent({ bytes, source: '127.91.0.1', via: 'udp', receivedAt }, 'Europe/Warsaw')
    return { ...event, tenantId, deviceId, quarantined: false }
  })
}

async function write(events: AttributedEvent[]) {
  const writer = new EventWriter(process.env.DATABASE_OPS_URL!)
  await writer.write(events)
  await writer.close()
  const { tenantId } = events[0]!
  later(() => owner().from('ops_console.ops_console_events').where({ tenant_id: tenantId }).delete() as never)
}

test.group('The event log in a browser', (group) => {
  group.tap((each) => each.timeout(90_000))
  group.each.teardown(() => cleanUp())

  for (const width of [1440, 390]) {
    test(`at ${width} px events are followed live, paused, filtered and opened`, async (context) => {
      const { assert } = context
      const [unit] = await twoUnits()
      const device = await aDevice(unit)
      await write(messagesOf(unit.id, device, 60))
      const page = await opened(
        await context.openBrowser({ viewport: { width, height: 900 } }),
        await personWith(['security_officer'], 'city')
      )
      await page.goto(`/city/ops-console/events?f.unit=${unit.slug}`)
      await page.getByRole('button', { name: 'Wstrzymaj' }).waitFor()
      await page.getByText('50 zdarzeń na stronie').waitFor()
      await picture(page, `events-${width}`)
      await accessible(page, assert)

      const fresh = { type: 'SYSTEM', severity: 2, message: 'Zasilacz 2 nie działa', receivedAt: Date.now() }
      await write([{ ...messagesOf(unit.id, device, 1)[0]!, ...fresh }])
      await page.getByText('Zasilacz 2 nie działa').waitFor()

      await page.getByRole('button', { name: 'Wstrzymaj' }).click()
      await page.getByRole('button', { name: 'Wznów podgląd' }).waitFor()
      await page.getByRole('link', { name: 'Starsze' }).click()
      await page.getByRole('link', { name: 'Najnowsze' }).waitFor()
      await page.goto(`/city/ops-console/events?f.unit=${unit.slug}&f.severity=2`)
      await page.getByText('Zasilacz 2 nie działa').waitFor()
      await page.getByText('1 zdarzenie na stronie').waitFor()
      await page.getByRole('table').getByRole('link').first().click()
      await page.getByText('Skąd i kiedy').waitFor()
      await picture(page, `event-${width}`)
      await accessible(page, assert)
    })

    test(`at ${width} px an unknown sender is given to its device`, async (context) => {
      const { assert } = context
      const [unit] = await twoUnits()
      await aDevice(unit)
      const city = await theCity()
      const knex = openPool(undefined, 1)
      const source = `10.9.8.${width % 250}`
      later(async () => {
        await knex('ops_console.ops_console_event_quarantine').where({ source }).delete()
        await knex.destroy()
      })
      const seen = { via: 'udp', firstAt: Date.now() - 3e5, lastAt: Date.now(), count: 1234 }
      await keepQuarantine(knex, city.id, [
        {
          source,
          serial: '012801777001',
          reason: 'unknown_serial',
          sample: 'Port ethernet1/1: Down',
          ...seen,
        },
      ])
      const page = await opened(
        await context.openBrowser({ viewport: { width, height: 900 } }),
        await personWith(['it_operator'], 'city')
      )
      await page.goto(`/city/ops-console/events/sources?q=${source}`)
      await page.getByText(source).first().waitFor()
      await picture(page, `sources-${width}`)
      await accessible(page, assert)
      await page.getByRole('button', { name: 'Przypisz' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('combobox').or(dialog.getByRole('textbox')).first().fill(unit.shortName)
      await page.locator('[data-combobox-option]:visible').first().click()
      await picture(page, `assign-${width}`)
      await dialog.getByRole('button', { name: 'Przypisz' }).click()
      await page.getByText('Nadawca przypisany').waitFor()
      const kept = await knex('ops_console.ops_console_event_sources').where({ address: source })
      assert.lengthOf(kept, 1)
      await knex('ops_console.ops_console_event_sources').where({ address: source }).delete()
    })
  }

  test('a deputy director reads the own events with names hidden', async (context) => {
    const { assert } = context
    const [unit] = await twoUnits()
    await write(messagesOf(unit.id, await aDevice(unit), 20))
    const page = await opened(
      await context.openBrowser({ viewport: { width: 390, height: 844 } }),
      await personWith(['deputy_director'], unit)
    )
    await page.goto(`/${unit.slug}/ops-console/events`)
    await page.getByText('nazwy kont są zasłonięte').waitFor()
    assert.notInclude(await page.content(), 'uczen.')
    await picture(page, 'own-390')
    await accessible(page, assert)
  })
})

/** OPS_PICTURES=/tmp/folder keeps what the pages looked like. */
const picture = async (page: Page, name: string) =>
  process.env.OPS_PICTURES
    ? void (await page.screenshot({ path: `${process.env.OPS_PICTURES}/${name}.png` }))
    : undefined

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
