import { test } from '@japa/runner'
import { readValue } from '../../../app/parameters/read_value.ts'

test.group('A value typed by a city officer', () => {
  test('money is read as Poles write it', ({ assert }) => {
    assert.equal(readValue('money', '1 234,5'), '1234.50')
    assert.equal(readValue('money', '12'), '12.00')
    assert.isNull(readValue('money', '12,345'))
    assert.isNull(readValue('money', 'dwanaście'))
  })

  test('a number of pupils is whole', ({ assert }) => {
    assert.equal(readValue('integer', ' 25 '), 25)
    assert.isNull(readValue('integer', '25,5'))
  })

  test('a day must exist', ({ assert }) => {
    assert.equal(readValue('date', '2026-09-01'), '2026-09-01')
    assert.isNull(readValue('date', '2026-02-30'))
    assert.isNull(readValue('text', '  '))
  })

  test('a table is a list of rows', ({ assert }) => {
    assert.deepEqual(readValue('table', '[{"grade":1,"limit":25}]'), [{ grade: 1, limit: 25 }])
    assert.isNull(readValue('table', '{"grade":1}'))
    assert.isNull(readValue('table', '[{'))
  })
})
