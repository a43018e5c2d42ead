import { fold } from '../../app/values/collation.ts'
import type { Day } from '../../app/values/days.ts'
import type { Sex } from '../../app/values/pesel.ts'
import { givenNames, type Generation } from './names/given.ts'
import type { DemoAddress } from './names/places.ts'
import { surnameFor } from './names/surnames.ts'
import type { PeselIssuer } from './pesel_issuer.ts'
import type { Random } from './random.ts'

/** An invented person. `key` is the same wherever the person appears and unique in the city. */
export interface DemoPerson {
  key: string
  givenName: string
  secondName: string | null
  surname: string
  sex: Sex
  birthDate: Day
  pesel: string
  citizenship: 'PL' | 'UA'
  /** E.164, in a range that is not assigned; null for younger children. */
  phone: string | null
  /** At example.org, unique in the city; null for younger children. */
  email: string | null
  address: DemoAddress
}

export interface PersonWish {
  key: string
  sex: Sex
  generation: Generation
  /** Masculine form; double-barrelled ones are given in `bears`. */
  surname: string
  bears?: string
  fromUkraine: boolean
  born: Day
  address: DemoAddress
  reachable: boolean
}

/** Makes a person of the wish: names by generation, a valid PESEL, an address at example.org. */
export function makePerson(random: Random, issuer: PeselIssuer, wish: PersonWish): DemoPerson {
  const names = givenNames(wish.sex, wish.generation, wish.fromUkraine)
  const givenName = random.pickFrequent(names)
  const second = random.chance(wish.fromUkraine ? 0.05 : 0.45) ? random.pickFrequent(names) : null
  const surname = wish.bears ?? surnameFor(wish.sex, wish.surname)
  return {
    key: wish.key,
    givenName,
    secondName: second === givenName ? null : second,
    surname,
    sex: wish.sex,
    ...issuer.issue(wish.born, wish.sex),
    citizenship: wish.fromUkraine ? 'UA' : 'PL',
    phone: wish.reachable ? `+4840${String(random.int(0, 9_999_999)).padStart(7, '0')}` : null,
    email: wish.reachable ? emailOf(givenName, surname, wish.key) : null,
    address: wish.address,
  }
}

/** The key makes it unique: `anna.los.sp-21-g14@example.org`. */
const emailOf = (givenName: string, surname: string, key: string) =>
  `${plain(givenName)}.${plain(surname)}.${plain(key.replaceAll('/', '-'))}@example.org`

const plain = (text: string) =>
  fold(text)
    .replaceAll(' ', '-')
    .replace(/[^a-z0-9-]/g, '')

/** Any day of a year. */
export const dayIn = (random: Random, year: number): Day =>
  new Date(Date.UTC(year, 0, random.int(1, 365))).toISOString().slice(0, 10)
