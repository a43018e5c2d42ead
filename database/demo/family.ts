import type { Sex } from '../../app/values/pesel.ts'
import { address, type DemoAddress } from './names/places.ts'
import { surnameFor, surnames } from './names/surnames.ts'
import { dayIn, makePerson, type DemoPerson } from './people.ts'
import type { PeselIssuer } from './pesel_issuer.ts'
import type { Random } from './random.ts'

export type Kinship = 'mother' | 'father' | 'stepfather' | 'grandmother' | 'grandfather' | 'aunt' | 'uncle'

export interface DemoGuardian extends DemoPerson {
  kinship: Kinship
  /** Parents and legal guardians; the others may only collect a child. */
  legalRepresentative: boolean
}

export interface Household {
  surname: string
  fromUkraine: boolean
  address: DemoAddress
  guardians: DemoGuardian[]
  /** What sons and daughters are called when it is not the surname's usual form. */
  childBears: string | null
}

export interface HouseholdWish {
  key: string
  /** Year in which the eldest child was born. */
  eldest: number
  outside: boolean
  /** Children who must be collected by an adult. */
  small: boolean
}

/** A home: one surname, one address, nobody to four adults who answer for its children. */
export function makeHousehold(random: Random, issuer: PeselIssuer, wish: HouseholdWish): Household {
  const fromUkraine = random.chance(0.06)
  const surname = random.pickFrequent(surnames(fromUkraine))
  const home = address(random, wish.outside)
  const born = wish.eldest - random.int(21, 36)
  const guardians: DemoGuardian[] = []
  const add = (
    kinship: Kinship,
    year: number,
    over: { bears?: string; own?: string; apart?: boolean } = {}
  ) =>
    guardians.push({
      ...makePerson(random, issuer, {
        key: `${wish.key}g${guardians.length + 1}`,
        sex: sexOf[kinship],
        generation: kinship.startsWith('grand') ? 'grandparent' : 'parent',
        surname: over.own ?? surname,
        bears: over.bears,
        fromUkraine,
        born: dayIn(random, year),
        address: over.apart ? address(random, random.chance(0.2)) : home,
        reachable: true,
      }),
      kinship,
      legalRepresentative: parents.includes(kinship),
    })
  const other = () => random.pickFrequent(surnames(fromUkraine))
  const mother = () => add('mother', born, motherName(random, surname, other()))
  const father = (apart: boolean) => add('father', born - random.int(-3, 6), { apart })
  const kind = random.next()
  if (kind < 0.004) return { surname, fromUkraine, address: home, guardians, childBears: null }
  if (kind < 0.014) {
    add('grandmother', wish.eldest - random.int(48, 62))
    if (random.chance(0.6)) add('grandfather', wish.eldest - random.int(50, 64))
    for (const one of guardians) one.legalRepresentative = true
  } else if (kind < 0.03) father(false)
  else {
    mother()
    if (kind > 0.085) father(kind < 0.19)
    if (kind > 0.14 && kind < 0.165) add('stepfather', born - random.int(-4, 8), { own: other() })
  }
  if (wish.small) addCollectors(random, born, other, add)
  const childBears = random.chance(0.01) ? `${surname}-${other()}` : null
  return { surname, fromUkraine, address: home, guardians, childBears }
}

const parents: Kinship[] = ['mother', 'father']
const sexOf: Record<Kinship, Sex> = {
  mother: 'F',
  father: 'M',
  stepfather: 'M',
  grandmother: 'F',
  grandfather: 'M',
  aunt: 'F',
  uncle: 'M',
}

/** Most mothers bear the family's name, some their own as well, some only their own. */
function motherName(random: Random, surname: string, own: string): { bears?: string; own?: string } {
  const kind = random.next()
  if (kind < 0.05) return { bears: `${surnameFor('F', own)}-${surnameFor('F', surname)}` }
  return kind < 0.16 ? { own } : {}
}

/** Small children are often collected by grandparents, aunts and uncles. */
function addCollectors(
  random: Random,
  motherBorn: number,
  other: () => string,
  add: (kinship: Kinship, year: number, over: { own?: string; apart: boolean }) => void
) {
  const share = [0.72, 0.45, 0.15]
  const who: Kinship[] = ['grandmother', 'grandfather', random.chance(0.7) ? 'aunt' : 'uncle']
  who.forEach((kinship, nth) => {
    if (!random.chance(share[nth]!)) return
    const older = kinship.startsWith('grand') ? random.int(20, 32) : random.int(-8, 8)
    add(kinship, motherBorn - older, {
      own: random.chance(0.5) ? other() : undefined,
      apart: random.chance(0.8),
    })
  })
}
