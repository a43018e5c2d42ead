import { test } from '@japa/runner'
import { changeEntity, handBack, setSecrets } from '#ops/inventory/entity'
import { secretsOf } from '#ops/inventory/credentials'
import { Device } from '#ops/inventory/device'
import { dataKeys } from '#ops/inventory/sealing'
import { twoSchools } from '../city.ts'

const managed = (host: string) => ({ host, community: 'of-the-file' })

test.group('Tenant files and what people entered', (group) => {
  let city: Awaited<ReturnType<typeof twoSchools>>
  group.tap((each) => each.timeout(60_000))
  group.each.setup(async () => {
    city = await twoSchools()
    return () => city.close()
  })

  const edge = async () =>
    (await Device.query(city.ops).findOne({ tenant_id: city.units[0]!.tenantId, key: 'edge' }))!
  const withHost = (host: string | null) =>
    city.units.map((unit) => ({
      ...unit,
      network: {
        ...unit.network!,
        edge: { ...unit.network!.edge!, management: host ? managed(host) : null },
      },
    }))

  test('a field that a person entered stays theirs until it is handed back', async ({ assert }) => {
    await city.sync(withHost('10.20.1.1'))
    const known = await edge()
    await city.ops.transaction(async (trx) => {
      await changeEntity(trx, known, { host: '10.30.3.3', model: known.model })
      await setSecrets(trx, known, { community: 'typed' }, 'Anna Nowak')
    })
    await city.sync(withHost('10.20.1.2'))
    const kept = await edge()
    assert.containSubset(kept, { host: '10.30.3.3', by_hand: ['credentials', 'host'], model: 'PA-440' })
    assert.deepEqual(await secretsOf(city.ops, dataKeys(), known.id), { community: 'typed' })
    await city.sync(withHost(null))
    assert.containSubset(await edge(), { host: '10.30.3.3', simulated: true })

    await city.ops.transaction(async (trx) => void (await handBack(trx, kept)))
    await city.sync(withHost('10.20.1.2'))
    assert.containSubset(await edge(), { host: '10.20.1.2', by_hand: [] })
    assert.deepEqual(await secretsOf(city.ops, dataKeys(), known.id), { community: 'of-the-file' })
  })

  test('a host outside the management network is not taken from a file', async ({ assert }) => {
    await city.sync(withHost('10.20.1.1'))
    const { refused } = await city.sync(withHost('198.51.100.7'))
    assert.deepEqual(
      refused.map(({ key, host, reason }) => [key, host, reason]),
      [
        ['edge', '198.51.100.7', 'outside'],
        ['edge', '198.51.100.7', 'outside'],
      ]
    )
    assert.containSubset(await edge(), { host: '10.20.1.1', simulated: false })
  })
})
