import '@japa/assert'
import { test } from '@japa/runner'
import { contrast } from '../../theme/contrast.ts'
import { contrastPairs, shapePairs } from '../../theme/tokens.ts'
import type { SchemeName } from '../../theme/tokens.ts'

const tooFaint = (pairs: [string, string, string][], least: number) =>
  pairs
    .filter(([, text, ground]) => contrast(text, ground) < least)
    .map(([name, a, b]) => `${name}: ${contrast(a, b).toFixed(2)}`)

test.group('Theme', () => {
  test('black on white has the contrast the standard names', ({ assert }) => {
    assert.equal(contrast('#000000', '#ffffff'), 21)
    assert.closeTo(contrast('#767676', '#ffffff'), 4.54, 0.01)
  })

  for (const scheme of ['light', 'dark'] as SchemeName[]) {
    test(`a teacher can read every text on every ground in the ${scheme} scheme`, ({ assert }) => {
      assert.deepEqual(tooFaint(contrastPairs(scheme), 4.5), [])
    })

    test(`state shapes and field borders stand out in the ${scheme} scheme`, ({ assert }) => {
      assert.deepEqual(tooFaint(shapePairs(scheme), 3), [])
    })
  }
})
