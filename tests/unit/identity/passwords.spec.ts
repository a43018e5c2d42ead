import { test } from '@japa/runner'
import { passwordProblem } from '../../../app/identity/passwords.ts'

test.group('Passwords of staff (P8)', () => {
  test('the city with a year is refused')
    .with(['Lublin2026!', 'LublinLublin2026!', 'Szkoła-Lublin-2025'])
    .run(({ assert }, password) => assert.isNotNull(passwordProblem(password)))

  test('a row of the keyboard is refused')
    .with(['qwertyuiop12', 'asdfghjklzxcv', '012345678901'])
    .run(({ assert }, password) => assert.equal(passwordProblem(password), 'guessable'))

  test('a few words of one’s own are accepted, in any script')
    .with(['koń bateria zszywka', 'тихий став біля млина', 'pada-znowu-w-czwartek'])
    .run(({ assert }, password) => assert.isNull(passwordProblem(password)))

  test('the own name does not make a password longer', ({ assert }) => {
    assert.equal(passwordProblem('Łukaszewska1979', ['Elżbieta', 'Łukaszewska']), 'guessable')
  })

  test('eight characters are enough for a pupil, not for a teacher', ({ assert }) => {
    assert.isNull(passwordProblem('sowa kłos', [], 8))
    assert.equal(passwordProblem('sowa kłos'), 'too_short')
  })
})
