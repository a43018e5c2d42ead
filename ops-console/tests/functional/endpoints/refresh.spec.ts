import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { cleanUp, later, theCity, twoUnits } from '@unia/platform/testing'
import { openPool } from '#ops/database'
import { runEndpoints } from '#ops/endpoints/refresh'
import { Device } from '#ops/inventory/device'
import { settings } from '#ops/settings'
import { writeMap } from '#ops/simulator/map'
import { groupOf, playedComputers } from '#ops/simulator/sepm/computers'
import type { SepmFaults } from '#ops/simulator/sepm/faults'
import { startSepm } from '#ops/simulator/sepm/server'
import { clearEndpoints, eventually } from './protected.ts'

test.group('The collector reads the city’s SEPM over TLS', (group) => {
  group.tap((each) => each.timeout(150_000))
  group.each.teardown(() => cleanUp())

  test('each unit gets its own computers, cases, states and answers to its commands', async ({ assert }) => {
    const city = await theCity()
    const [a, b] = await twoUnits()
    const knex = openPool(undefined, 2)
    later(() => knex.destroy())
    const map = join(await mkdtemp(join(tmpdir(), 'endpoints-')), 'map.json')
    later(() => rm(map, { force: true }))
    await clearEndpoints(knex, [a.id, b.id, city.id])
    let shift = 0
    const faults: SepmFaults = { 'sepm.infected': true }
    const server = await startSepm(
      [a.slug, b.slug, 'unmapped'],
      () => faults,
      () => Date.now() + shift
    )
    later(async () => server.close())
    await writeMap(map, {
      ...{ community: 'x', control: { host: '127.0.0.1', port: 1 }, devices: {} },
      sepm: server,
    })
    const entity = { rollout: 'live', simulated: true, snmp_version: 'none', port: 161, wan_interface: '' }
    const kept = await knex('ops_console.ops_console_devices').where({ kind: 'sepm' }).first()
    if (!kept) {
      await Device.query(knex).insert({ tenant_id: city.id, key: 'sepm', kind: 'sepm', ...entity } as never)
      later(() => knex('ops_console.ops_console_devices').where({ kind: 'sepm' }).delete())
    }
    for (const unit of [a, b]) {
      await Device.query(knex).insert({
        ...{ tenant_id: unit.id, key: 'endpoints', kind: 'endpoints' },
        ...entity,
      } as never)
      await knex('ops_console.ops_console_endpoint_groups').insert({
        tenant_id: unit.id,
        group_path: groupOf(unit.slug),
      })
      await knex('ops_console.ops_console_workstations').insert({ tenant_id: unit.id, count: 100 })
    }
    later(() => clearEndpoints(knex, [a.id, b.id, city.id]))

    const lines: string[] = []
    const running = runEndpoints(
      { ...settings(), simulatorMap: map },
      (_, message, details) => lines.push(`${message} ${JSON.stringify(details)}`),
      { readEveryMs: 200, commandsEveryMs: 100 }
    )
    later(() => running.stop())

    const played = playedComputers(a.slug, Date.now(), faults)
    const computers = (tenant_id: number) =>
      knex('ops_console.ops_console_computers').where({ tenant_id }).orderBy('name')
    const state = () => knex('ops_console.ops_console_device_states').where({ tenant_id: a.id }).first()
    await eventually(async () => (await state())?.state === 'DEGRADED', lines)
    assert.equal((await state()).fact.code, 'endpoints_infected')
    assert.lengthOf(await computers(a.id), played.length)
    assert.isTrue((await computers(b.id)).every(({ group_path }) => group_path === groupOf(b.slug)))
    assert.isNotEmpty(
      (await computers(city.id)).filter(({ group_path }) => group_path === groupOf('unmapped')),
      'a group nobody mapped is the city’s'
    )
    const infected = played.filter((one) => one.infected)
    const cases = () => knex('ops_console.ops_console_threat_cases').where({ tenant_id: a.id })
    assert.lengthOf(await cases(), infected.length)
    const incidents = () =>
      knex('ops_console.ops_console_incidents')
        .where({ tenant_id: a.id, origin: 'sepm' })
        .whereNull('closed_at')
    assert.include(
      (await incidents()).map((one) => one.check_code),
      'endpoints_infected'
    )

    const online = played.find((one) => one.onlineStatus === 1)!
    const [{ id }] = await knex('ops_console.ops_console_commands')
      .insert({
        ...{
          tenant_id: a.id,
          request_key: a.id.toString(16).padStart(8, '0') + '-0000-4000-8000-000000000000',
        },
        ...{ command: 'full_scan', state: 'queued', requested_by_name: 'Anna Żak' },
        ...{
          requested_by: '00000000-0000-4000-8000-000000000000',
          deadline: new Date(Date.now() + 3_600_000),
        },
      })
      .returning('id')
    await knex('ops_console.ops_console_command_results').insert({
      ...{ tenant_id: a.id, command_id: id, unique_id: online.uniqueId, computer_name: online.computerName },
    })
    const command = () => knex('ops_console.ops_console_commands').where({ id }).first()
    await eventually(async () => (await command()).state === 'sent', lines)
    shift = 40_000
    await eventually(async () => (await command()).state === 'done', lines)
    const [result] = await knex('ops_console.ops_console_command_results').where({ command_id: id })
    assert.equal(result.state, 'completed')

    faults['sepm.infected'] = false
    await eventually(
      async () => (await incidents()).every((one) => one.check_code !== 'endpoints_infected'),
      lines
    )
    assert.lengthOf(await cases(), infected.length, 'a person closes a case, not the server')

    faults['sepm.error'] = true
    await eventually(async () => (await state()).state === 'UNKNOWN', lines)
    const silent = await knex('ops_console.ops_console_incidents').where({ check_code: 'sepm_silent' })
    assert.lengthOf(
      silent.filter((one) => one.closed_at === null),
      1
    )
    assert.isFalse(
      lines.some((line) => line.includes('symulator')),
      'the password is in no line of the log'
    )
  })
})
