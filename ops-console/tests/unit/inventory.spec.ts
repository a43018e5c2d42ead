import { test } from '@japa/runner'
import { openProbes } from '#ops/collector/open_probes'
import { guardedProbe } from '#ops/collector/guarded_probe'
import { addressesOf } from '#ops/inventory/discovery/range'
import { suggest } from '#ops/inventory/discovery/suggest'
import { checkedMapping, guessMapping } from '#ops/inventory/import/columns'
import { readTable } from '#ops/inventory/import/read_table'
import { cellsOf, enteredOf, secretsIn } from '#ops/inventory/import/row'
import { managementAddress } from '#ops/inventory/management_address'
import type { Probe } from '#ops/probes/probe'

const utf8 = (text: string) => new TextEncoder().encode(text)

test.group('Files of devices', () => {
  test('{title}: {encoding}')
    .with([
      { title: 'UTF-8', encoding: 'UTF-8', bytes: utf8('jednostka;nazwa\nsp-1;Żółw') },
      {
        title: 'UTF-8 with a mark',
        encoding: 'UTF-8',
        bytes: utf8('\uFEFFjednostka;nazwa\r\nsp-1;Żółw\r\n'),
      },
      {
        ...{ title: 'what Excel writes', encoding: 'Windows-1250' },
        bytes: Buffer.concat([utf8('jednostka,nazwa\nsp-1,'), Buffer.from([0xaf, 0xf3, 0xb3]), utf8('w')]),
      },
      {
        ...{ title: 'Unicode text', encoding: 'UTF-16' },
        bytes: Buffer.from('\uFEFFjednostka\tnazwa\nsp-1\tŻółw', 'utf16le'),
      },
    ])
    .run(({ assert }, { bytes, encoding }) => {
      const table = readTable(bytes)
      assert.deepEqual([table.encoding, table.header], [encoding, ['jednostka', 'nazwa']])
      assert.deepEqual(table.rows[0]!.cells, ['sp-1', 'Żółw'])
    })

  test('a row keeps its line, empty lines do not count', ({ assert }) => {
    const { rows } = readTable(utf8('unit;name\n\nsp-1;"a\nb"\n;\nsp-2;c\n'))
    assert.deepEqual(
      rows.map(({ cells }) => cells[0]),
      ['sp-1', 'sp-2']
    )
    assert.equal(rows[1]!.line, 6)
  })

  test('refused: {reason}')
    .with([
      { reason: 'empty', text: '' },
      { reason: 'empty', text: 'unit;host\n' },
      { reason: 'broken', text: 'unit;host\nsp-1;"10.0.0.1' },
      { reason: 'too_many', text: `unit\n${'x\n'.repeat(5001)}` },
    ])
    .run(({ assert }, { text, reason }) => {
      try {
        readTable(utf8(text))
        assert.fail('it was read')
      } catch (error) {
        assert.equal((error as { reason?: string }).reason, reason)
      }
    })

  test('headers are known in Polish and English, each meaning once', ({ assert }) => {
    const header = ['Jednostka', 'Nr seryjny', 'ADRES IP', 'uwagi', 'Serial', 'SNMP community']
    assert.deepEqual(guessMapping(header), { 0: 'unit', 1: 'serial', 2: 'host', 5: 'community' })
    assert.deepEqual(checkedMapping({ 0: 'host', 1: 'host', 2: 'sealed', 9: 'name' }, 3), { 0: 'host' })
  })

  test('words, secrets and what an address implies', ({ assert }) => {
    const mapping = guessMapping([
      'rodzaj',
      'wdrożenie',
      'adres',
      'wersja snmp',
      'v3 user',
      'auth key',
      'odpytywane',
    ])
    const cells = cellsOf(['Zapora', 'Pilotaż', '10.1.2.3', 'v3', 'unia', 'long-enough', 'nie'], mapping)
    assert.containSubset(enteredOf(cells, null), {
      ...{ rollout: 'pilot', host: '10.1.2.3', simulated: false, snmpVersion: '3', snmpUser: 'unia' },
      ...{ snmpLevel: 'authNoPriv', polled: false },
    })
    assert.deepEqual(secretsIn(cells), { snmp_auth: 'long-enough' })
  })
})

test.group('Ranges and names of the management network', () => {
  test('{range}: {count} addresses')
    .with([
      { range: '10.20.12.0/24', count: 254, first: '10.20.12.1' },
      { range: '10.20.12.77/30', count: 2, first: '10.20.12.77' },
      { range: '10.20.12.8/31', count: 2, first: '10.20.12.8' },
      { range: '10.20.12.8/32', count: 1, first: '10.20.12.8' },
      { range: '10.20.12.0/22', count: 1022, first: '10.20.12.1' },
    ])
    .run(({ assert }, { range, count, first }) => {
      const addresses = addressesOf(range)
      assert.deepEqual([addresses.length, addresses[0]], [count, first])
    })

  test('{range}: {reason}')
    .with([
      { range: '10.20.12.0/21', reason: 'too_large' },
      { range: '10.20.12.0/33', reason: 'no_range' },
      { range: '10.20.12.0', reason: 'no_range' },
      { range: 'fd00::/120', reason: 'no_range' },
      { range: '8.8.8.0/24', reason: 'outside' },
      { range: '172.32.0.0/30', reason: 'outside' },
    ])
    .run(({ assert }, { range, reason }) => {
      try {
        addressesOf(range)
        assert.fail('it was taken')
      } catch (error) {
        assert.equal((error as { reason?: string }).reason, reason)
      }
    })

  test('a name is taken only when all its addresses are inside', async ({ assert }) => {
    const names: Record<string, string[]> = {
      ...{ inside: ['10.1.2.3'], both: ['10.1.2.3', '8.8.8.8'], mapped: ['::ffff:8.8.8.8'], nobody: [] },
    }
    const resolve = async (name: string) => names[name] ?? Promise.reject(new Error('ENOTFOUND'))
    assert.equal(await managementAddress('inside', resolve), '10.1.2.3')
    for (const [name, reason] of Object.entries({
      both: 'outside',
      mapped: 'outside',
      nobody: 'unknown_name',
    })) {
      const refused = await managementAddress(name, resolve).catch((error) => error)
      assert.equal(refused.reason, reason, name)
    }
    assert.equal((await managementAddress('strange', resolve).catch((error) => error)).reason, 'unknown_name')
  })

  test('a name that turns elsewhere is refused at the next question', async ({ assert }) => {
    let points = '10.1.2.3'
    const asked: string[] = []
    const open = (address: string): Probe => ({
      kind: 'snmp',
      close: () => void asked.push(`closed ${address}`),
      ask: async () => (asked.push(address), { at: 0, values: {} }),
    })
    const probe = guardedProbe('snmp', 'fw', open, async () => [points])
    const ask = () => probe.ask(AbortSignal.timeout(1000)).catch((error) => error)
    await ask()
    points = '10.9.9.9'
    await ask()
    points = '93.184.216.34'
    assert.containSubset(await ask(), { kind: 'refused', message: 'outside_management' })
    assert.deepEqual(asked, ['10.1.2.3', 'closed 10.1.2.3', '10.9.9.9'])
  })

  test('the collector checks what is real, and leaves the simulator alone', async ({ assert }) => {
    const entry = {
      ...{ id: 'x', tenantId: 1, unit: 'sp-1', key: 'edge', kind: 'edge' as const, wan: '', parents: [] },
      ...{ baselineRxDbm: null, disabled: false, maintenance: false },
      target: { host: '203.0.113.9', port: 9, community: 'c' },
    }
    const timing = { timeoutMs: 20, attempts: 1 }
    const failure = async (real: boolean) => {
      const [{ probe }] = openProbes({ ...entry, real }, timing, {})
      return probe
        .ask(AbortSignal.timeout(2000))
        .catch((error) => error.message)
        .finally(() => probe.close())
    }
    assert.equal(await failure(true), 'outside_management')
    assert.notEqual(await failure(false), 'outside_management')
  })
})

test('what was found is known by address or serial, and belongs where its name says', ({ assert }) => {
  const bare = { model: null, software: null, neighbours: [] }
  const found = [
    { ...bare, address: '10.0.0.1', name: 'FW-SP-12', serial: 'A', family: 'panos' as const },
    { ...bare, address: '10.0.0.2', name: 'sp1.lublin', serial: 'B', family: 'routeros' as const },
    { ...bare, address: '10.0.0.3', name: 'sw_sp-1_b', serial: null, family: 'other' as const },
  ]
  const known = { id: 'd', key: 'cpe', unit: 'SP 1', tenant_id: 1, host: '10.0.0.1', port: 1161, serial: 'B' }
  const result = suggest(found, [known], ['sp-1', 'sp-12'])
  assert.deepEqual(
    result.map(({ known: same, unit, kind }) => [same?.id ?? null, unit, kind]),
    [
      [null, 'sp-12', 'edge'],
      ['d', null, 'cpe'],
      [null, 'sp-1', 'switch'],
    ]
  )
})
