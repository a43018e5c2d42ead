import { createHash, randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { cleanUp, later, personWith, theCity, twoUnits, visit } from '@unia/platform/testing'
import { openPool } from '#ops/database'
import { clearEndpoints } from './protected.ts'

const BYTES = Buffer.from('MZ paczka instalacyjna SP')

/** Two schools with one computer each, the first one's infected. */
async function protectedSchools() {
  const [a, b] = await twoUnits()
  const city = await theCity()
  const knex = openPool(undefined, 2)
  later(() => knex.destroy())
  later(() => clearEndpoints(knex, [a.id, b.id]))
  const computer = async (tenant_id: number, name: string, infected: boolean): Promise<string> => {
    const hardware_key = `HW-${tenant_id}-${name}`
    const [row] = await knex('ops_console.ops_console_computers')
      .insert({
        ...{ tenant_id, unique_id: `ID-${tenant_id}-${name}`, hardware_key, name, infected, online: true },
        ...{ group_path: `G\\${tenant_id}`, definitions_on: '2026-11-20' },
        ...{ last_seen_at: new Date(), read_at: new Date() },
      })
      .returning('id')
    return row.id
  }
  const own = await computer(a.id, 'SALA-1', true)
  const foreign = await computer(b.id, 'OBCY-1', false)
  const [kase] = await knex('ops_console.ops_console_threat_cases')
    .insert({
      ...{ tenant_id: a.id, hardware_key: `HW-${a.id}-SALA-1`, computer_name: 'SALA-1' },
      ...{ state: 'open', opened_at: new Date() },
    })
    .returning('id')
  const who = {
    admin: visit((await personWith(['unit_admin'], a)).token),
    director: visit((await personWith(['director'], a)).token),
    foreigner: visit((await personWith(['unit_admin'], b)).token),
    operator: visit((await personWith(['it_operator'], 'city')).token),
    auditor: visit((await personWith(['auditor'], 'city')).token),
  }
  const base = (unit: { slug: string }) => `/${unit.slug}/ops-console/endpoints`
  return {
    ...{ a, b, city, knex, own, foreign, ...who },
    caseId: kase.id as string,
    at: base(a),
    there: base(b),
  }
}

function packageFor(unit: string) {
  const form = new FormData()
  form.set('unit', unit)
  form.set('name', 'SEP klient')
  form.set('version', '14.3')
  form.append('files', new Blob([new Uint8Array(BYTES)]), 'setup.exe')
  return form
}

const CITY = '/city/ops-console/endpoints'

test.group('Endpoint protection of a school', (group) => {
  group.tap((each) => each.timeout(60_000))
  group.each.teardown(() => cleanUp())

  test('a package is fetched with a standing permission only, by its own unit only', async ({ assert }) => {
    const { knex, a, at, there, admin, foreigner, operator, director } = await protectedSchools()
    await operator.post(`${CITY}/packages`, packageFor(a.slug))
    const [kept] = await knex('ops_console.ops_console_packages').where({ tenant_id: a.id })
    assert.equal(kept.sha256, createHash('sha256').update(BYTES).digest('hex'))
    const fetch = async (who: typeof admin, base = at) =>
      (await who.get(`${base}/packages/${kept.id}`)).status
    assert.equal(await fetch(admin), 403, 'nobody granted it yet')

    await admin.post(`${at}/vpn`, {})
    await admin.post(`${at}/vpn`, {})
    const requests = await knex('ops_console.ops_console_vpn_permissions').where({ tenant_id: a.id })
    assert.lengthOf(requests, 1, 'asked twice is one request')
    const decide = (who: typeof admin, to: string) =>
      who.send('PATCH', `${CITY}/vpn/${requests[0].id}`, { to })
    assert.equal(await fetch(admin), 403, 'a request is no permission')
    await decide(operator, 'granted')
    const response = await admin.get(`${at}/packages/${kept.id}`)
    assert.equal(response.status, 200)
    assert.equal(await fetch(director), 403)

    await foreigner.post(`${there}/vpn`, {})
    await knex('ops_console.ops_console_vpn_permissions')
      .whereNot({ tenant_id: a.id })
      .update({ state: 'granted' })
    assert.equal(await fetch(foreigner, there), 404, 'a foreign package does not exist')
    await decide(operator, 'revoked')
    assert.equal(await fetch(admin), 403, 'revoked blocks new downloads')
    assert.lengthOf(await knex('ops_console.ops_console_package_downloads').where({ package_id: kept.id }), 1)
  })

  test('a double click is one command; foreign computers are not found', async ({ assert }) => {
    const { knex, a, b, at, there, own, foreign, admin, director, foreigner } = await protectedSchools()
    const order = { command: 'full_scan', requestKey: randomUUID(), computers: [own] }
    await Promise.all([admin.post(`${at}/commands`, order), admin.post(`${at}/commands`, order)])
    const commands = await knex('ops_console.ops_console_commands').where({ tenant_id: a.id })
    assert.lengthOf(commands, 1)
    assert.equal(commands[0].state, 'queued')
    const results = await knex('ops_console.ops_console_command_results').where({
      command_id: commands[0].id,
    })
    assert.deepEqual(
      results.map((one) => [one.computer_name, one.state]),
      [['SALA-1', 'waiting']]
    )

    const stranger = await admin.post(`${at}/commands`, {
      ...{ command: 'quarantine', requestKey: randomUUID(), computers: [own, foreign] },
    })
    assert.equal(stranger.status, 404)
    assert.equal((await director.post(`${at}/commands`, { ...order, requestKey: randomUUID() })).status, 403)
    const restart = { command: 'restart', requestKey: randomUUID(), computers: [own] }
    await admin.post(`${at}/commands`, restart)
    assert.lengthOf(await knex('ops_console.ops_console_commands').whereIn('tenant_id', [a.id, b.id]), 1)

    const { props } = await foreigner.get(there)
    const seen = JSON.stringify(props)
    assert.include(seen, 'OBCY-1')
    assert.notInclude(seen, 'SALA-1')
    assert.notInclude(seen, commands[0].id)
  })

  test('a case is not cleaned while its computer is infected, and no stranger moves it', async ({
    assert,
  }) => {
    const { knex, a, at, there, caseId, admin, foreigner, operator } = await protectedSchools()
    const state = async () =>
      (await knex('ops_console.ops_console_threat_cases').where({ id: caseId }).first()).state
    const step = (to: string) => admin.post(`${at}/threats/${caseId}/steps`, { to })
    const strange = await foreigner.post(`${there}/threats/${caseId}/steps`, { to: 'investigating' })
    assert.equal(strange.status, 404)
    await step('investigating')
    await operator.post(`${CITY}/threats/${caseId}/steps`, { to: 'contained' })
    await step('cleaned')
    assert.equal(await state(), 'contained')
    await knex('ops_console.ops_console_computers').where({ tenant_id: a.id }).update({ infected: false })
    await step('cleaned')
    await step('closed')
    assert.equal(await state(), 'closed')
    assert.lengthOf(await knex('ops_console.ops_console_threat_steps').where({ case_id: caseId }), 4)
  })

  test('coverage counts against the workstations entered; the city sees and exports it', async ({
    assert,
  }) => {
    const { a, at, admin, auditor, director } = await protectedSchools()
    await admin.send('PUT', `${at}/workstations`, { count: 4 })
    const { props } = await director.get(at)
    assert.equal(props.workstations, 4)
    const rows = (await auditor.get(CITY)).props.rows as {
      unit: string
      coverage: number
      infected: number
    }[]
    assert.deepInclude(
      rows.find(({ unit }) => unit === a.slug)!,
      { coverage: 25, infected: 1 }
    )
    const list = await auditor.get(`${CITY}/computers?q=SALA-1&f.state=infected`)
    assert.equal(list.props.total, 1)
    for (const path of ['export', 'computers/export?format=xlsx']) {
      assert.equal((await auditor.get(`${CITY}/${path}`)).status, 200)
    }
    const denied = await auditor.send('PATCH', `${CITY}/vpn/${randomUUID()}`, { to: 'granted' })
    assert.equal(denied.status, 403)
  })

  test('a group is mapped to one unit at a time, and the former mapping is kept', async ({ assert }) => {
    const { knex, a, b, operator } = await protectedSchools()
    const group = `My Company\\${a.slug}`
    for (const unit of [a, b]) await operator.post(`${CITY}/groups`, { group, unit: unit.slug })
    const rows = await knex('ops_console.ops_console_endpoint_groups')
      .where({ group_path: group })
      .orderBy('valid_from')
    assert.deepEqual(
      rows.map((row) => [row.tenant_id, row.valid_to === null]),
      [
        [a.id, false],
        [b.id, true],
      ]
    )
  })
})
