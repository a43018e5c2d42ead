import { randomInt } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHECK_MODULUS = 37
const RANDOM_LENGTH = 15

/**
 * A code for checking a document on the city's page: Crockford base 32, 75 random bits and a check symbol (mod 37,
 * catches any one wrong or two swapped symbols), as `XXXX-XXXX-XXXX-XXXX`. Bodies whose check would be one of
 * Crockford's extra symbols are drawn again, so the code stays easy to type.
 */
export function newVerificationCode(): string {
  for (;;) {
    const body = Array.from({ length: RANDOM_LENGTH }, () => ALPHABET[randomInt(32)]).join('')
    const check = remainder(body)
    if (check < ALPHABET.length) return grouped(body + ALPHABET[check])
  }
}

/** The code as stored (upper case, grouped; O read as 0, I and L as 1), or null when it cannot be one. */
export function readVerificationCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const wellFormed =
    code.length === RANDOM_LENGTH + 1 && [...code].every((symbol) => ALPHABET.includes(symbol))
  return wellFormed && ALPHABET.indexOf(code.at(-1)!) === remainder(code.slice(0, -1)) ? grouped(code) : null
}

const remainder = (body: string) =>
  [...body].reduce((sum, symbol) => (sum * 32 + ALPHABET.indexOf(symbol)) % CHECK_MODULUS, 0)

const grouped = (code: string) => code.match(/.{4}/g)!.join('-')
