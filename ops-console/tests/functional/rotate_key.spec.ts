import { test } from '@japa/runner'
import { openCredentials, storeSecret } from '#ops/inventory/credentials'
import { Device } from '#ops/inventory/device'
import { rotateKey } from '#ops/inventory/rotate_key'
import { dataKeys } from '#ops/inventory/sealing'
import { twoSchools } from './city.ts'

const [OLD, NEW, FOREIGN] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte))
const env = (more: Record<string, string>) => dataKeys({ UNIA_DATA_KEY: NEW.toString('base64'), ...more })
const BOTH = env({ UNIA_DATA_KEY_VERSION: '2', UNIA_DATA_KEY_FORMER: OLD.toString('base64') })

test.group('Exchange of the key that seals credentials', () => {
  test('all are sealed anew, also after a break; the old key is not needed any more', async ({
    assert,
    cleanup,
  }) => {
    const city = await twoSchools()
    cleanup(() => city.close())
    const { ops } = city
    await city.sync(city.units)
    const ours = city.units.map(({ tenantId }) => tenantId)
    const devices = await Device.query(ops).whereIn('tenant_id', ours)
    const place = ({ tenant_id: tenantId, id: deviceId }: Device, field: string) => ({
      tenantId,
      deviceId,
      field,
    })
    for (const device of devices)
      await storeSecret(ops, OLD, place(device, 'community'), `tajne-${device.key}`)
    await storeSecret(ops, FOREIGN, place(devices[0], 'api_key'), 'nie do otwarcia')

    // While both keys are there everything can be read, whichever sealed it.
    assert.equal((await openCredentials(ops, BOTH)).get(devices[1].id)?.community, `tajne-${devices[1].key}`)
    await assert.rejects(() => rotateKey(brokenAfter(ops, 2), BOTH, 1))
    const half = await ops('ops_console.ops_console_credentials')
      .whereIn('tenant_id', ours)
      .where('key_version', 2)
    assert.lengthOf(half, 2)

    const report = await rotateKey(ops, BOTH, 2)
    assert.equal(report.rotated, devices.length - half.length)
    assert.deepEqual(report.unreadable, [place(devices[0], 'api_key')])
    const opened = await openCredentials(ops, env({ UNIA_DATA_KEY_VERSION: '2' }))
    for (const { id, key } of devices) assert.equal(opened.get(id)?.community, `tajne-${key}`)
    assert.equal((await rotateKey(ops, BOTH)).rotated, 0)
  })

  test('a key that is none is refused', ({ assert }) => {
    assert.throws(() => env({ UNIA_DATA_KEY_FORMER: 'krótki' }), /32 bytes/)
    assert.throws(() => env({ UNIA_DATA_KEY_VERSION: '0' }), /whole number/)
  })
})

/** A pool that dies after so many transactions. */
function brokenAfter(ops: Awaited<ReturnType<typeof twoSchools>>['ops'], transactions: number) {
  let left = transactions
  return new Proxy(ops, {
    get(target, name) {
      if (name === 'transaction' && left-- <= 0) throw new Error('broken off')
      return Reflect.get(target, name)
    },
  })
}
