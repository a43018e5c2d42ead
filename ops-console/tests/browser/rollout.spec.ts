import { test } from '@japa/runner'
import { cleanUp, later, personWith, twoUnits } from '@unia/platform/testing'
import { become, open, soundAtEverySize } from '../../../tests/browser/window.ts'
import { openDatabase } from '#ops/database'
import { Link } from '#ops/inventory/link'

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46])

async function aLink(unit: { id: number }) {
  const knex = openDatabase(undefined, 2)
  later(async () => {
    await knex('ops_console.ops_console_links').where({ tenant_id: unit.id }).delete()
    await knex.destroy()
  })
  const row = {
    tenant_id: unit.id,
    supplier: 'NETTE',
    state: 'planned' as const,
    capacity_mbps: 1000,
    planned_on: '2026-10-01',
  }
  return (await Link.query(knex).insert(row).returning('*')) as unknown as Link
}

const shot = (name: string) => ({ path: `${process.env.UNIA_SHOTS}/${name}.png`, fullPage: true })

test.group('The roll-out in a browser', (group) => {
  group.tap((each) => each.timeout(90_000))
  group.each.teardown(() => cleanUp())

  test('the director agrees to the route, the IT department sees what is missing for the cabinet', async (context) => {
    const { assert } = context
    const [unit] = await twoUnits()
    const link = await aLink(unit)
    const window = await context.openBrowser()
    await become(window, await personWith(['director'], unit))
    const page = await window.newPage()
    await open(page, `/${unit.slug}/ops-console/rollout`)
    await page.getByRole('button', { name: 'Wykonaj' }).click()
    await page.getByLabel('Uwagi').fill('Kabel wzdłuż korytarza na parterze')
    await page.getByRole('button', { name: 'Uzgodnij trasę' }).click()
    await page.getByText('Wykonawca montuje szafkę.').waitFor()
    await soundAtEverySize(page, assert, ['light', 'dark'])

    const desk = await context.openBrowser()
    await become(desk, await personWith(['it_operator'], 'city'))
    const city = await desk.newPage()
    await open(city, `/city/ops-console/rollout/${link.id}`)
    await city.getByText('Brakuje zdjęcia szafki.').waitFor()
    await city.getByRole('button', { name: 'Dodaj plik' }).click()
    await city
      .locator('input[type=file]')
      .setInputFiles({ name: 'szafka.jpg', mimeType: 'image/jpeg', buffer: JPEG })
    await city.getByLabel('Opis').fill('Szafka przy serwerowni')
    await city.getByRole('button', { name: 'Wyślij' }).click()
    await city.getByRole('link', { name: 'Szafka przy serwerowni' }).waitFor()
    assert.isTrue(await city.getByRole('button', { name: 'Wykonaj' }).first().isEnabled())
    if (process.env.UNIA_SHOTS) await city.screenshot(shot('link'))
    await soundAtEverySize(city, assert, ['light', 'dark'])
  })

  test('the list shows plan against reality and finds what is late', async (context) => {
    const { assert } = context
    const [unit] = await twoUnits()
    await aLink(unit)
    const window = await context.openBrowser()
    await become(window, await personWith(['it_operator'], 'city'))
    const page = await window.newPage()
    await open(page, '/city/ops-console/rollout')
    await page.getByRole('link', { name: /Po terminie/ }).click()
    await page.waitForURL('**f.late=late')
    await page.getByRole('button', { name: 'Pokaż jako tabelę' }).first().click()
    await soundAtEverySize(page, assert, ['light', 'dark'])
    if (process.env.UNIA_SHOTS) await page.screenshot(shot('list'))
  })
})
