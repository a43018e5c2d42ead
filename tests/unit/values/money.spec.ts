import { test } from '@japa/runner'
import {
  formatAmount,
  formatMoney,
  fromDecimal,
  parseMoney,
  split,
  times,
  toDecimal,
} from '../../../app/values/money.ts'

const outcome = (text: string) => {
  const result = parseMoney(text)
  return result.ok ? result.value : result.error
}

test.group('Money', () => {
  test('{0} is read as {1}')
    .with([
      ['1 234,50 zł', 123450n],
      ['1\u00a0234,50\u00a0zł', 123450n],
      ['1\u202f234,50', 123450n],
      ['1234,5', 123450n],
      ['1234.50', 123450n],
      ['1.234,50', 123450n],
      ['1 234 567', 123456700n],
      ['0,01', 1n],
      ['-12,30 zł', -1230n],
      ['−12,30', -1230n],
      [' 7 PLN ', 700n],
      ['9999999999999,99', 999999999999999n],
      ['10000000000000,00', 'range'],
      ['1.234', 'format'],
      ['1,234', 'precision'],
      ['12,345', 'precision'],
      ['1 23,00', 'format'],
      ['', 'format'],
      ['zł', 'format'],
      ['1e3', 'format'],
      ['1,', 'format'],
      [',50', 'format'],
      ['💰', 'format'],
    ] as [string, bigint | string][])
    .run(({ assert }, [text, expected]) => {
      assert.equal(outcome(text), expected)
    })

  test('amounts are written with no-break spaces and a comma', ({ assert }) => {
    assert.equal(formatMoney(123450n), '1\u00a0234,50\u00a0zł')
    assert.equal(formatAmount(5), '0,05')
    assert.equal(formatAmount(-123456789n), '-1\u00a0234\u00a0567,89')
    assert.equal(formatAmount(0n), '0,00')
    assert.equal(formatAmount(99999n), '999,99')
  })

  test('what is written is read back', ({ assert }) => {
    for (const grosze of [0n, 1n, 99n, 100n, 99999n, 100000n, 123456789012345n, -5n]) {
      assert.equal(outcome(formatMoney(grosze)), grosze)
      assert.equal(fromDecimal(toDecimal(grosze)), grosze)
    }
  })

  test('decimals of the database are read, floats are not', ({ assert }) => {
    assert.equal(fromDecimal('1234.5'), 123450n)
    assert.equal(fromDecimal('-0.07'), -7n)
    assert.throws(() => fromDecimal('1234.567'), /E_NOT_MONEY/)
    assert.throws(() => fromDecimal('1e3'), /E_NOT_MONEY/)
  })

  test('halves are rounded away from zero', ({ assert }) => {
    assert.equal(times(5n, 1n, 2n), 3n)
    assert.equal(times(-5n, 1n, 2n), -3n)
    assert.equal(times(4n, 1n, 3n), 1n)
    assert.equal(times(10000n, 1371n, 10000n), 1371n)
    assert.equal(times(999999999999999n, 999n, 1000n), 998999999999999n)
    assert.throws(() => times(1n, 1n, 0n), /E_DENOMINATOR/)
  })

  test('a split loses no grosz', ({ assert }) => {
    assert.deepEqual(split(100n, [1n, 1n, 1n]), [34n, 33n, 33n])
    assert.deepEqual(split(-100n, [1n, 1n, 1n]), [-34n, -33n, -33n])
    assert.deepEqual(split(10n, [0n, 3n, 1n]), [0n, 8n, 2n])
    assert.throws(() => split(1n, [0n]), /E_WEIGHTS/)
  })
})
