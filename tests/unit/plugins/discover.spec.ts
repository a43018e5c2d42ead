import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { discoverPlugins } from '../../../app/plugins/discover.ts'

const BROKEN_CITY = fileURLToPath(new URL('../../fixtures/broken_city', import.meta.url))

test.group('Finding plugins', () => {
  test('a manifest that throws is refused with its reason, and the others are found', async ({ assert }) => {
    const { found, refused } = await discoverPlugins(BROKEN_CITY)
    assert.deepEqual(
      found.map(({ manifest }) => manifest.id),
      ['sound']
    )
    const reasons = Object.fromEntries(refused.map(({ id, problems }) => [id, problems]))
    assert.deepEqual(reasons, {
      explodes: ['plugin.ts: the manifest cannot be read'],
      'empty-handed': ['plugin.ts: plugin.ts has no default export'],
      'no-manifest': ['plugin.ts is missing'],
    })
  })

  test('a package named in the configuration but not installed is refused by its name', async ({
    assert,
  }) => {
    const { refused } = await discoverPlugins(BROKEN_CITY, ['@city/canteen-of-dreams', './plugins/sound'])
    assert.deepInclude(
      refused.find(({ id }) => id === '@city/canteen-of-dreams'),
      { problems: ['package is not installed'] }
    )
  })

  test('a plugin may lie anywhere the configuration says', async ({ assert }) => {
    const { found } = await discoverPlugins(BROKEN_CITY, ['./plugins/sound'])
    assert.deepEqual(
      found.map(({ folder }) => folder.endsWith('broken_city/plugins/sound')),
      [true, true]
    )
  })
})
