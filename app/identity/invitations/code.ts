import { randomInt } from 'node:crypto'
import { indexHash } from '../secret_box.ts'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12
const SELECTOR = 4

export interface Code {
  /** Twelve characters without hyphens. */
  code: string
  /** The first four: they find the invitation a wrong code was meant for. */
  selector: string
  /** All that is stored of the whole. */
  hash: string
}

/** Twelve random Crockford characters: 40 secret bits behind 20 that may be known. */
export function newCode(): Code {
  return described(Array.from({ length: LENGTH }, () => CROCKFORD[randomInt(32)]).join(''))
}

/** What was typed or pasted, with spaces, hyphens, small letters, O for 0, I and L for 1; null when it cannot be one. */
export function readCode(typed: string): Code | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const wellFormed = code.length === LENGTH && [...code].every((symbol) => CROCKFORD.includes(symbol))
  return wellFormed ? described(code) : null
}

/** As it is printed: `7K2M-9QXR-4TBD`. */
export const spelled = (code: string): string => code.match(/.{4}/g)!.join('-')

const described = (code: string): Code => ({
  code,
  selector: code.slice(0, SELECTOR),
  hash: indexHash(code, 'invitation'),
})
