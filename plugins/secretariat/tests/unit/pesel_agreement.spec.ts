import { test } from '@japa/runner'
import { checkPesel, sortPolish } from '@unia/platform/values'
import { disagreements } from '#secretariat/domain/pesel_agreement'

const read = (number: string) => {
  const checked = checkPesel(number)
  return checked.ok ? [checked.value.birthDate, checked.value.sex] : checked.error
}

test.group('PESEL on a pupil card', () => {
  test('the number tells birth date and sex: {0}')
    .with([
      ['13251701246', '2013-05-17', 'F'],
      ['13251701352', '2013-05-17', 'M'],
      ['09323177730', '2009-12-31', 'M'],
      ['84022912367', '1984-02-29', 'F'],
    ] as const)
    .run(({ assert }, [number, birthDate, sex]) => {
      assert.deepEqual(read(number), [birthDate, sex])
    })

  test('a slip in the last digit is a wrong checksum', ({ assert }) => {
    assert.equal(read('13251701247'), 'checksum')
  })

  test('month 13 and 30 February are no dates, although the checksum is right', ({ assert }) => {
    assert.deepEqual(['13131701241', '13023001246'].map(read), ['date', 'date'])
  })

  test('a birth date that contradicts the number is a warning', ({ assert }) => {
    assert.deepEqual(disagreements('20210100118', { birthDate: '2020-01-02', sex: 'm' }), [
      'birthDateMismatch',
    ])
  })

  test('so is the sex', ({ assert }) => {
    assert.deepEqual(disagreements('13251701246', { birthDate: '2013-05-17', sex: 'm' }), ['sexMismatch'])
  })

  test('a pupil without a number contradicts nothing', ({ assert }) => {
    assert.deepEqual(disagreements(null, { birthDate: '2013-05-17', sex: 'f' }), [])
  })

  test('a class is read out in Polish order', ({ assert }) => {
    const names = ['Łoś', 'Lis', 'Zając', 'Żak', 'Ziółko', 'Ćwik', 'Czarny']
    const order = ['Czarny', 'Ćwik', 'Lis', 'Łoś', 'Zając', 'Ziółko', 'Żak']
    assert.deepEqual(
      sortPolish(names, (name) => name),
      order
    )
  })
})
