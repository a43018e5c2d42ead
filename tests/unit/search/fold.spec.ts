import { test } from '@japa/runner'
import { matchesWords } from '../../../app/search/fold.ts'

test.group('Search by words', () => {
  test('finds Polish names without diacritics, by beginnings, in any order', ({ assert }) => {
    assert.isTrue(matchesWords('Szkoła Podstawowa nr 21 im. Królowej Jadwigi', 'jadw krol'))
    assert.isTrue(matchesWords('Źdźbło Łucja', 'luc zdz'))
  })

  test('does not find the middle of a word or a word that is missing', ({ assert }) => {
    assert.isFalse(matchesWords('Szkoła Podstawowa nr 21', 'stawowa'))
    assert.isFalse(matchesWords('Szkoła Podstawowa nr 21', 'szkoła 22'))
  })
})
