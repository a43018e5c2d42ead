import { test } from '@japa/runner'
import { isManagementAddress } from '#ops/inventory/management_prefixes'

test.group('Addresses that devices may have', () => {
  test('{address} within {prefixes}: {inside}')
    .with([
      ...['10.255.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'].map((address) => ({
        ...{ address, prefixes: '', inside: true },
      })),
      ...[
        '8.8.8.8',
        '127.91.0.1',
        '::1',
        '172.15.0.1',
        '172.32.0.1',
        '192.169.0.1',
        '169.254.169.254',
        '0.0.0.0',
        '::2',
        'fd00::1',
      ].map((address) => ({ ...{ address, prefixes: '', inside: false } })),
      ...['localhost', '', '10.1', '10.0.0.1/8', '010.0.0.1', '10.0.0.1 '].map((address) => ({
        ...{ address, prefixes: '', inside: false },
      })),
      { address: '127.91.0.1', prefixes: '127.0.0.0/8', inside: true },
      { address: '10.20.1.1', prefixes: '10.20.0.0/16, fd00::/8', inside: true },
      { address: 'fd00::1', prefixes: '10.20.0.0/16, fd00::/8', inside: true },
      { address: '10.21.0.1', prefixes: '10.20.0.0/16, fd00::/8', inside: false },
      { address: '127.0.0.1', prefixes: '10.20.0.0/16', inside: false },
      { address: '::ffff:8.8.8.8', prefixes: '', inside: false },
    ])
    .run(({ assert }, { address, prefixes, inside }) => {
      assert.equal(isManagementAddress(address, prefixes), inside)
    })

  test('a prefix that is none is named', ({ assert }) => {
    for (const wrong of ['10.0.0.0', '10.0.0.0/33', 'office/8', '10.0.0.0/8,', '::/129']) {
      assert.throws(() => isManagementAddress('10.0.0.1', wrong), /OPS_MANAGEMENT_PREFIXES/)
    }
  })
})
