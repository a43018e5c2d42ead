import { addDays, type Day } from '../../app/values/days.ts'
import { surnameFor } from './names/surnames.ts'
import { pupilKeys } from './city.ts'
import { makeHousehold, type Household } from './family.ts'
import { dayIn, makePerson, type DemoPerson } from './people.ts'
import { PeselIssuer } from './pesel_issuer.ts'
import type { SectionPlan, UnitPlan } from './plan.ts'
import { Random } from './random.ts'

export interface DemoPupil extends DemoPerson {
  /** Key of the section. */
  section: string
  /** Slug of the unit within the tenant. */
  unit: string
  birthPlace: string
}

/** A household with its children in one unit. */
export interface DemoFamily extends Household {
  pupils: DemoPupil[]
}

interface Slot {
  key: string
  section: SectionPlan
}

/** The families of a unit's own pupils, one after another; brothers and sisters share guardians, name and home. */
export function* familiesOf(plan: UnitPlan, issuer = new PeselIssuer(plan.block)): Generator<DemoFamily> {
  const mixer = new Random(`families ${plan.tenant}`)
  const own = plan.sections.filter(({ members }) => members === null)
  const slots = mixer.shuffle(own.flatMap((section) => pupilKeys(section).map((key) => ({ key, section }))))
  const elder = elderFamilies(plan)
  let number = 0
  while (slots.length > 0) {
    const random = new Random(`family ${plan.tenant} ${++number}`)
    const children = siblings(random, slots)
    const known = number % 4 === 0 ? elder.next().value : undefined
    const births = birthDays(random, children, known?.pupils ?? [])
    const home = known ?? newHome(random, issuer, plan, children, births, number)
    const pupils = children.map(({ key, section }, nth) => {
      return makePupil(random, issuer, home, { key, section, born: births[nth]!, year: plan.schoolYear })
    })
    yield { ...home, pupils }
  }
}

/** Families of another unit whose younger children come here. */
function* elderFamilies({ siblingsOf }: UnitPlan): Generator<DemoFamily, undefined> {
  if (!siblingsOf) return
  let nth = 0
  for (const family of familiesOf(siblingsOf.plan)) {
    if (nth >= siblingsOf.from + siblingsOf.count) return
    if (nth++ >= siblingsOf.from) yield family
  }
}

function newHome(
  random: Random,
  issuer: PeselIssuer,
  plan: UnitPlan,
  children: Slot[],
  births: Day[],
  number: number
) {
  const grown = children.some(({ section }) => section.kind === 'adults')
  const secondary = children.some(({ section }) => section.birthYears.to <= plan.schoolYear - 15)
  const home = makeHousehold(random, issuer, {
    key: `${plan.tenant}/${number}`,
    eldest: Math.min(...births.map((day) => Number(day.slice(0, 4)))),
    outside: children.some(({ key }) => plan.boarders.has(key)) || random.chance(secondary ? 0.14 : 0.03),
    small: children.some(({ section }) => section.birthYears.to >= plan.schoolYear - 9),
  })
  return grown ? { ...home, guardians: [] } : home
}

/** Takes the next pupil, and in some families one or two more: of another year, or twins in one section. */
function siblings(random: Random, slots: Slot[]): Slot[] {
  const children = [slots.pop()!]
  if (children[0]!.section.kind === 'adults') return children
  const more = random.next()
  for (let left = more < 0.012 ? 2 : more < 0.13 ? 1 : 0; left > 0; left--) {
    const twins = random.chance(0.1)
    const found = slots
      .slice(-40)
      .findLastIndex(({ section }) =>
        twins
          ? section === children[0]!.section
          : section.kind !== 'adults' &&
            children.every((one) => one.section.birthYears.to !== section.birthYears.to)
      )
    if (found >= 0) children.push(...slots.splice(Math.max(0, slots.length - 40) + found, 1))
  }
  return children
}

/** Twins share the day; other brothers and sisters are at least ten months apart. */
function birthDays(random: Random, children: Slot[], elder: DemoPupil[]): Day[] {
  const days: Day[] = []
  const older = elder.map(({ birthDate }) => birthDate)
  for (const { section } of children) {
    const twin = children.findIndex((one, nth) => nth < days.length && one.section === section)
    days.push(twin >= 0 ? days[twin]! : single(random, section, [...older, ...days]))
  }
  return days
}

function single(random: Random, section: SectionPlan, others: Day[]): Day {
  const { from, to } = section.birthYears
  const later = section.kind !== 'adults' && section.gradeLevel > 1 && random.chance(0.02) ? 1 : 0
  for (let tries = 0; ; tries++) {
    const day = dayIn(random, random.int(from, to) - later)
    const apart = others.every((other) => other > addDays(day, 300) || other < addDays(day, -300))
    if (apart || tries === 20) return day
  }
}

function makePupil(
  random: Random,
  issuer: PeselIssuer,
  home: Household,
  { key, section, born, year }: Slot & { born: Day; year: number }
): DemoPupil {
  const sex = random.chance(0.513) ? 'M' : 'F'
  const person = makePerson(random, issuer, {
    key,
    sex,
    generation: section.kind === 'adults' ? 'parent' : 'child',
    surname: home.surname,
    bears: home.childBears
      ?.split('-')
      .map((part) => surnameFor(sex, part))
      .join('-'),
    fromUkraine: home.fromUkraine,
    born,
    address: home.address,
    reachable: section.birthYears.to <= year - 13,
  })
  const places = home.fromUkraine ? ['Lviv', 'Lutsk', 'Kyiv', 'Rivne', 'Kharkiv'] : birthPlaces
  return { ...person, section: section.key, unit: section.unit, birthPlace: random.pickFrequent(places) }
}

const birthPlaces = [
  'Lublin',
  'Lublin',
  'Lublin',
  'Lublin',
  'Lublin',
  'Świdnik',
  'Lubartów',
  'Puławy',
  'Chełm',
  'Warszawa',
]
