import { test } from '@japa/runner'
import { waitSeconds } from '../../../app/identity/throttle.ts'

test.group('Waiting after failed log-ins (P9)', () => {
  test('the first attempts cost nothing, then the wait doubles from one second to a minute', ({ assert }) => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 30].map(waitSeconds),
      [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]
    )
  })
})
