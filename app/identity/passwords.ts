import hash from '@adonisjs/core/services/hash'

const MIN_STAFF = 12
const LOCAL_WORDS = [
  'lublin',
  'szkola',
  'szkoła',
  'unia',
  'przedszkole',
  'liceum',
  'haslo',
  'hasło',
  'password',
  'qwerty',
]
const SEQUENCES = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', '01234567890123456789']

export type PasswordProblem = 'too_short' | 'guessable'

/** Length and guessability only; no composition rules, no expiry (portal-and-users, rule 4). */
export function passwordProblem(
  password: string,
  own: string[] = [],
  minimum = MIN_STAFF
): PasswordProblem | null {
  const text = password.normalize('NFKC')
  if ([...text].length < minimum) return 'too_short'
  const plain = text.toLowerCase()
  const words = [...LOCAL_WORDS, ...own.map((word) => word.toLowerCase()).filter((word) => word.length > 2)]
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), plain).replace(/[^\p{L}]/gu, '')
  return rest.length < 6 || isSequence(plain) || new Set(plain).size < 5 ? 'guessable' : null
}

/** Mostly one run along the alphabet, a keyboard row or the digits. */
function isSequence(text: string) {
  let runs = 0
  for (let i = 0; i + 3 <= text.length; i++) {
    if (SEQUENCES.some((sequence) => sequence.includes(text.slice(i, i + 3)))) runs++
  }
  return runs * 3 >= text.length
}

export const hashPassword = (password: string) => hash.make(password.normalize('NFKC'))

let decoy: Promise<string> | undefined

/** Takes as long for an account without password, or none at all, as for a wrong password. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash.make('no such account')
  const matches = await hash.verify(stored ?? (await decoy), password.normalize('NFKC'))
  return stored !== null && matches
}
