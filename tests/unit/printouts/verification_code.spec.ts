import { test } from '@japa/runner'
import { newVerificationCode, readVerificationCode } from '../../../app/printouts/verification_code.ts'

test.group('Verification code of a document', () => {
  test('a printed code is read back, also typed carelessly', ({ assert }) => {
    for (let i = 0; i < 200; i++) {
      const code = newVerificationCode()
      assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
      const careless = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
      assert.equal(readVerificationCode(careless), code)
    }
  })

  test('one wrong letter or two swapped letters are noticed', ({ assert }) => {
    const code = newVerificationCode().replaceAll('-', '')
    for (let i = 0; i < code.length; i++) {
      const wrong = code[i] === 'A' ? 'B' : 'A'
      assert.isNull(readVerificationCode(code.slice(0, i) + wrong + code.slice(i + 1)))
      if (i === 0 || code[i] === code[i - 1]) continue
      const swapped = code.slice(0, i - 1) + code[i] + code[i - 1] + code.slice(i + 1)
      assert.isNull(readVerificationCode(swapped))
    }
  })

  test('what is no code is refused', ({ assert }) => {
    for (const typed of ['', 'SP12.57.2026', 'AAAA-AAAA-AAAA-AAA', 'UUUU-UUUU-UUUU-UUUU'])
      assert.isNull(readVerificationCode(typed))
  })
})
