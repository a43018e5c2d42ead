import '@japa/assert'
import { test } from '@japa/runner'
import { formatDate, formatMoney, formatTime, span } from '../../i18n/format.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test.group('Dates, times and money as schools write them', () => {
  test('a day is written with its weekday and short month', ({ assert }) => {
    assert.equal(formatDate('pl', '2026-11-12'), 'czw., 12 lis 2026')
    assert.equal(formatDate('en', '2026-11-12'), 'Thu, 12 Nov 2026')
  })

  test('a lesson starts at school time, winter and summer, wherever the reader is', ({ assert }) => {
    assert.equal(formatTime('pl', '2026-11-12T08:50:00Z'), '9:50')
    assert.equal(formatTime('pl', '2026-06-12T07:50:00Z'), '9:50')
    assert.equal(formatTime('en', '2026-06-12T07:50:00Z'), '9:50')
  })

  test('a day without zone does not slip to its neighbour', ({ assert }) => {
    assert.equal(formatDate('pl', '2026-01-01'), 'czw., 1 sty 2026')
  })

  test('grosze become złote, thousands apart', ({ assert }) => {
    assert.equal(plain(formatMoney('pl', 123450)), '1 234,50 zł')
    assert.equal(plain(formatMoney('pl', -5)), '-0,05 zł')
  })

  test('a silence of four and a half minutes counts four', ({ assert }) => {
    assert.deepEqual(span('2026-11-12T08:00:00Z', '2026-11-12T08:04:30Z'), { count: 4, unit: 'minute' })
    assert.deepEqual(span('2026-11-12T08:00:00Z', '2026-11-12T07:59:00Z'), { count: 0, unit: 'second' })
  })
})
