import { test } from '@japa/runner'
import { firstLoads } from '../../bench/first_load.ts'

test.group('The first visit over a slow line', () => {
  for (const { page, bytes, budget } of firstLoads()) {
    test(`${page} costs no more JavaScript than its budget`, ({ assert }) => {
      assert.isAtMost(bytes, budget)
    })
  }
})
