import { test } from '@japa/runner'
import { resolveOn } from '../../../app/parameters/resolve.ts'

const law = [
  { from: '2024-09-01', to: '2025-08-31', value: 25, verify: true },
  { from: '2026-01-01', to: null, value: 27 },
]
const city = [{ from: '2026-09-01', to: '2026-09-30', value: 20 }]
const EXPECTED: [string, number | null][] = [
  ['2024-08-31', null],
  ['2024-09-01', 25],
  ['2025-08-31', 25],
  ['2025-09-01', null],
  ['2025-12-31', null],
  ['2026-01-01', 27],
  ['2026-08-31', 27],
  ['2026-09-01', 20],
  ['2026-09-30', 20],
  ['2026-10-01', 27],
  ['2099-12-31', 27],
]

test.group('The value of a parameter on a day', () => {
  test('on {0} it is {1}')
    .with(EXPECTED)
    .run(({ assert }, [date, value]) => assert.equal(resolveOn(law, city, date)?.value ?? null, value))

  test('what a lawyer still has to confirm is marked, and who set the value is told', ({ assert }) => {
    assert.include(resolveOn(law, city, '2024-10-01'), { verify: true, origin: 'law' })
    assert.include(resolveOn(law, city, '2026-09-15'), { verify: false, origin: 'city' })
  })

  test('the city may set a value where the law has none', ({ assert }) => {
    assert.equal(resolveOn([], city, '2026-09-15')?.value, 20)
    assert.isNull(resolveOn([], [], '2026-09-15'))
  })
})
