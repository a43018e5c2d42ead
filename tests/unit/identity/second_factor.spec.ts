import { test } from '@japa/runner'
import { Secret, TOTP } from 'otpauth'
import { matchingStep } from '../../../app/identity/second_factor.ts'

const SECRET = new Secret({ size: 20 }).base32
const NOON = Date.parse('2026-11-23T11:00:00Z')
const STEP = Math.floor(NOON / 30_000)
const codeAt = (at: number) => new TOTP({ secret: Secret.fromBase32(SECRET) }).generate({ timestamp: at })

test.group('Codes from the app (P10)', () => {
  test('the code of the step before is accepted', ({ assert }) => {
    assert.equal(matchingStep(SECRET, codeAt(NOON - 30_000), null, NOON), STEP - 1)
  })

  test('the same code is not accepted again', ({ assert }) => {
    const used = matchingStep(SECRET, codeAt(NOON), null, NOON)
    assert.isNull(matchingStep(SECRET, codeAt(NOON), used, NOON))
  })

  test('after a code an older one is refused, although its step is still near', ({ assert }) => {
    assert.isNull(matchingStep(SECRET, codeAt(NOON - 30_000), STEP, NOON))
  })

  test('codes from two steps away are refused', ({ assert }) => {
    assert.isNull(matchingStep(SECRET, codeAt(NOON - 60_000), null, NOON))
    assert.isNull(matchingStep(SECRET, codeAt(NOON + 60_000), null, NOON))
  })

  test('a code pasted with a space is accepted', ({ assert }) => {
    const code = codeAt(NOON)
    assert.equal(matchingStep(SECRET, `${code.slice(0, 3)} ${code.slice(3)} `, null, NOON), STEP)
  })
})
