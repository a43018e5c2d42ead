import { test } from '@japa/runner'
import { checkName, comparePolish, fold, sortPolish } from '../../../app/values/index.ts'

const outcome = (text: string) => {
  const result = checkName(text)
  return result.ok ? result.value : result.error
}

test.group('Names', () => {
  test('“{0}” → {1}')
    .with([
      ['Łucja', 'Łucja'],
      ["O'Neill", "O'Neill"],
      ['O’Neill', "O'Neill"],
      ['Nowak-Kowalska', 'Nowak-Kowalska'],
      ['Nowak – Kowalska', 'Nowak-Kowalska'],
      ['  Anna  Maria ', 'Anna Maria'],
      ['Anna\u00a0Maria', 'Anna Maria'],
      ['de la Cruz', 'de la Cruz'],
      ["'t Hooft", "'t Hooft"],
      ['Şükrü', 'Şükrü'],
      ['Дмитро', 'Дмитро'],
      ['Nguyễn Thị', 'Nguyễn Thị'],
      ['李', '李'],
      ['Z\u0307o\u0301łw', 'Żółw'],
      ['Ń', 'Ń'],
      ['a'.repeat(60), 'a'.repeat(60)],
      ['a'.repeat(61), 'length'],
      ['', 'empty'],
      [' \u00a0 ', 'empty'],
      ['Jan3', 'characters'],
      ['Jan😀', 'characters'],
      ['Jan.', 'characters'],
      ['<b>Jan</b>', 'characters'],
      ['Jan\u200b', 'characters'],
      ['-', 'characters'],
      ['-Jan', 'characters'],
      ['Jan-', 'characters'],
      ["''", 'characters'],
      ['=SUM(A1)', 'characters'],
      ['\u0301', 'characters'],
    ] as [string, string][])
    .run(({ assert }, [text, expected]) => assert.equal(outcome(text), expected))

  test('surnames are in Polish order (secretariat S6)', ({ assert }) => {
    const names = ['Łoś', 'Lis', 'Zając', 'Żak', 'Ziółko', 'Ćwik', 'Czarny']
    const expected = ['Czarny', 'Ćwik', 'Lis', 'Łoś', 'Zając', 'Ziółko', 'Żak']
    assert.deepEqual(names.toSorted(comparePolish), expected)
    assert.deepEqual(
      sortPolish(
        names.map((name) => ({ name })),
        ({ name }) => name
      ).map(({ name }) => name),
      expected
    )
  })

  test('ź comes before ż, and ó after o', ({ assert }) => {
    assert.deepEqual(['ż', 'ź', 'z', 'ó', 'o', 'p'].toSorted(comparePolish), ['o', 'ó', 'p', 'z', 'ź', 'ż'])
  })

  test('searching takes no notice of case and diacritics', ({ assert }) => {
    assert.equal(fold('ZAŻÓŁĆ GĘŚLĄ JAŹŃ'), 'zazolc gesla jazn')
    assert.equal(fold('Łoś'), 'los')
    assert.equal(fold('Müller'), 'muller')
    assert.equal(fold('O\u0301'), 'o')
  })
})
