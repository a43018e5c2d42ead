import { test } from '@japa/runner'
import { cleanUp, later, personWith, twoUnits } from '@unia/platform/testing'
import { become, open, soundAtEverySize } from '../../../tests/browser/window.ts'
import { openPool } from '#ops/database'
import { clearEndpoints } from '../functional/endpoints/protected.ts'

const shot = (name: string) => ({ path: `${process.env.UNIA_SHOTS}/${name}.png`, fullPage: true })

test.group('Endpoint protection in a browser', (group) => {
  group.tap((each) => each.timeout(150_000))
  group.each.teardown(() => cleanUp())

  test('an administrator asks for the VPN and orders a scan; the IT department grants it', async (context) => {
    const { assert } = context
    const [unit] = await twoUnits()
    const knex = openPool(undefined, 2)
    later(() => knex.destroy())
    later(() => clearEndpoints(knex, [unit.id]))
    const hardware_key = `HW-${unit.id}`
    await knex('ops_console.ops_console_computers').insert({
      ...{ tenant_id: unit.id, unique_id: `ID-${unit.id}`, hardware_key, name: 'SALA-12-03', infected: true },
      ...{ group_path: 'Szkoły', online: true, definitions_on: '2026-11-20', last_seen_at: new Date() },
      read_at: new Date(),
    })
    await knex('ops_console.ops_console_threat_cases').insert({
      ...{ tenant_id: unit.id, hardware_key, computer_name: 'SALA-12-03', state: 'open' },
      opened_at: new Date(),
    })
    const window = await context.openBrowser()
    await become(window, await personWith(['unit_admin'], unit))
    const page = await window.newPage()
    await open(page, `/${unit.slug}/ops-console/endpoints`)
    await page.getByRole('button', { name: 'Poproś o zgodę' }).click()
    await page.getByText('Prośba czeka na decyzję').waitFor()
    await page.getByLabel('SALA-12-03', { exact: true }).check()
    await page.getByRole('button', { name: 'Pełne skanowanie' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Pełne skanowanie' }).click()
    await page.getByText('SALA-12-03: czeka na komputer').waitFor()
    if (process.env.UNIA_SHOTS) await page.screenshot(shot('endpoints'))
    await soundAtEverySize(page, assert, ['light', 'dark'])

    const desk = await context.openBrowser()
    await become(desk, await personWith(['it_operator'], 'city'))
    const city = await desk.newPage()
    await open(city, '/city/ops-console/endpoints')
    if (process.env.UNIA_SHOTS) await city.screenshot(shot('endpoints-city'))
    await city.getByRole('button', { name: /^Udziel zgody/ }).click()
    await city.getByRole('button', { name: /^Cofnij zgodę/ }).waitFor()
    await soundAtEverySize(city, assert, ['light', 'dark'])
    await open(city, '/city/ops-console/endpoints/computers')
    await soundAtEverySize(city, assert)
  })
})
