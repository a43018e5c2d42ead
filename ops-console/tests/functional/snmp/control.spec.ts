import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { openControl } from '#ops/simulator/control'
import { FieldControl, KNOWN_FAULTS } from '#ops/simulator/control_client'
import { faultCommand } from '#ops/simulator/faults'
import { Field } from '#ops/simulator/field'
import { writeMap } from '#ops/simulator/map'

test.group('Faults by command', (group) => {
  let field: Field
  let control: Awaited<ReturnType<typeof openControl>>
  let desk: FieldControl
  let map: string

  group.each.setup(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'unia-map-'))
    map = join(folder, 'simulator.json')
    field = new Field({ community: 'proba', layout: 'ports' })
    await field.add([
      { key: 'miasto/core', model: null, parents: [] },
      { key: 'sp-1/cpe', model: null, parents: ['miasto/core'] },
      { key: 'sp-1/edge', model: 'PA-440', parents: ['sp-1/cpe'] },
      { key: 'sp-1/endpoints', model: null, parents: ['sp-1/edge'], snmp: false },
    ])
    control = await openControl(field)
    const place = { host: '127.0.0.1', port: control.port }
    await writeMap(map, { community: 'proba', control: place, devices: {} })
    desk = new FieldControl(map)
    return async () => {
      control.close()
      field.stop()
      await rm(folder, { recursive: true, force: true })
    }
  })

  test('a unit without a device means the one that the fault befalls', async ({ assert }) => {
    assert.deepEqual(await desk.command('sp-1', 'link-down'), ['sp-1/cpe'])
    assert.deepEqual(await desk.command('sp-1', 'optical-loss', 6), ['sp-1/cpe'])
    assert.deepEqual(await desk.command('sp-1', 'high-cpu'), ['sp-1/edge'])
    assert.deepEqual(await desk.command('sp-1', 'sepm.infectionWave', 12), ['sp-1/endpoints'])
    assert.deepEqual(await desk.command('core', 'outage'), ['miasto/core'])
    assert.lengthOf(await desk.command('sp-1', 'power-off'), 3)
    assert.deepEqual(field.device('sp-1/cpe')!.faults, { linkDown: true, opticalLossDb: 6, powerOff: true })
    assert.deepEqual(field.device('sp-1/endpoints')!.faults, { 'sepm.infectionWave': 12, powerOff: true })
  })

  test('a fault is ended alone, or all of a unit together', async ({ assert }) => {
    await desk.command('sp-1/edge', 'slow')
    await desk.command('sp-1/edge', 'panos.stallMs', 30_000)
    await desk.command('sp-1/edge', 'slow', false)
    assert.deepEqual(field.device('sp-1/edge')!.faults, { 'panos.stallMs': 30_000 })
    await desk.command('sp-1', 'clear')
    assert.isTrue([...field.devices.values()].every(({ faults }) => !Object.keys(faults).length))
  })

  test('the record tells what befell whom, from when until when', async ({ assert }) => {
    await desk.command('sp-1/edge', 'mute')
    await desk.command('sp-1/edge', 'reboot')
    await desk.command('sp-1/edge', 'clear')
    const record = (await (
      await fetch(`http://127.0.0.1:${control.port}/record`)
    ).json()) as typeof field.record.all
    assert.deepEqual(
      record.map(({ key, fault }) => `${key} ${fault}`),
      ['sp-1/edge mute', 'sp-1/edge reboot']
    )
    assert.isTrue(record.every(({ began, ended }) => ended !== null && ended >= began))
  })

  test('what cannot be done is refused by its reason', async ({ assert }) => {
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error) => error.code
      )
    assert.equal(await codeOf(desk.command('sp-9', 'mute')), 'E_NO_DEVICE')
    assert.equal(await codeOf(desk.command('sp-1', 'explode')), 'E_NO_FAULT')
    assert.equal(await codeOf(new FieldControl(`${map}.none`).devices()), 'E_NO_SIMULATOR')
    control.close()
    assert.equal(await codeOf(desk.command('sp-1', 'mute')), 'E_NO_SIMULATOR')
  })

  test('every listed fault is taken, in both spellings', ({ assert }) => {
    for (const name of Object.keys(KNOWN_FAULTS)) {
      assert.isNotNull(faultCommand({ fault: name }), name)
      const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll('_', '-')
      assert.isNotNull(faultCommand({ fault: kebab }), kebab)
    }
    for (const name of ['panos.', 'foo.bar', 'panos.__proto__', '__proto__', 'sepm.a b']) {
      assert.isNull(faultCommand({ fault: name }), name)
    }
  })
})
