import { comparePolish } from '../../app/values/collation.ts'
import type { DemoGuardian, Kinship } from './family.ts'
import { address } from './names/places.ts'
import { surnameFor, surnames } from './names/surnames.ts'
import { dayIn, makePerson, type DemoPerson } from './people.ts'
import { PeselIssuer } from './pesel_issuer.ts'
import type { StaffRole, UnitPlan } from './plan.ts'
import { familiesOf, type DemoPupil } from './pupils.ts'
import { Random } from './random.ts'

export interface DemoLink {
  /** Keys of the two people. */
  pupil: string
  guardian: string
  kinship: Kinship
  legalRepresentative: boolean
  mayReadRegister: boolean
  mayExcuse: boolean
  mayCollect: boolean
  /** Whom to call first, from 1. */
  contactOrder: number
}

export interface DemoStaff extends DemoPerson {
  role: StaffRole
  /** Key of the section whose tutor this is. */
  tutorOf: string | null
}

/** Everyone of one tenant. Boarders and members of circles are not here: their sections name pupils of other tenants. */
export interface UnitRoster {
  plan: UnitPlan
  /** By section in Polish order; `rollNumber` counts from 1 within it. */
  pupils: (DemoPupil & { rollNumber: number })[]
  /** A guardian with children in two tenants appears in both, with the same key and data. */
  guardians: DemoGuardian[]
  links: DemoLink[]
  staff: DemoStaff[]
}

/** Generates one tenant's people; the same plan always gives the same people. */
export function rosterOf(plan: UnitPlan): UnitRoster {
  const issuer = new PeselIssuer(plan.block)
  const families = [...familiesOf(plan, issuer)]
  return {
    plan,
    pupils: numbered(
      plan,
      families.flatMap(({ pupils }) => pupils)
    ),
    guardians: families.flatMap(({ guardians }) => guardians),
    links: families.flatMap(({ guardians, pupils }) =>
      pupils.flatMap((pupil) => guardians.map(linkTo(pupil)))
    ),
    staff: [...staffOf(plan, issuer)],
  }
}

/** One tenant after another, so that a city of any size fits in memory. */
export function* cityRosters(plans: UnitPlan[]): Generator<UnitRoster> {
  for (const plan of plans) yield rosterOf(plan)
}

function numbered({ sections }: UnitPlan, pupils: DemoPupil[]) {
  const bySection = Map.groupBy(pupils, ({ section }) => section)
  return sections.flatMap(({ key }) =>
    (bySection.get(key) ?? [])
      .sort((a, b) => comparePolish(a.surname, b.surname) || comparePolish(a.givenName, b.givenName))
      .map((pupil, index) => ({ ...pupil, rollNumber: index + 1 }))
  )
}

const linkTo =
  (pupil: DemoPupil) =>
  ({ key, kinship, legalRepresentative }: DemoGuardian, index: number): DemoLink => ({
    pupil: pupil.key,
    guardian: key,
    kinship,
    legalRepresentative,
    mayReadRegister: legalRepresentative,
    mayExcuse: legalRepresentative,
    mayCollect: true,
    contactOrder: index + 1,
  })

const tutors: StaffRole[] = ['teacher', 'preschool_teacher', 'boarding_tutor']

function* staffOf(plan: UnitPlan, issuer: PeselIssuer): Generator<DemoStaff> {
  const random = new Random(`staff ${plan.tenant}`)
  const sections = plan.sections.filter(({ kind }) => kind !== 'circle').map(({ key }) => key)
  let number = 0
  for (const { role, count } of plan.staff) {
    for (let nth = 0; nth < count; nth++) {
      const key = `${plan.tenant}/s${++number}`
      yield {
        ...employee(random, issuer, key, role, plan.schoolYear),
        role,
        tutorOf: tutorOf(role, sections),
      }
    }
  }
}

const tutorOf = (role: StaffRole, sections: string[]) =>
  tutors.includes(role) ? (sections.shift() ?? null) : null

function employee(
  random: Random,
  issuer: PeselIssuer,
  key: string,
  role: StaffRole,
  year: number
): DemoPerson {
  const leads = role.endsWith('director')
  const sex = random.chance(role === 'building_manager' ? 0.1 : role === 'preschool_teacher' ? 0.98 : 0.8)
    ? 'F'
    : 'M'
  const surname = random.pickFrequent(surnames(false))
  const double = sex === 'F' && random.chance(0.07)
  const bears = double
    ? `${surnameFor('F', random.pickFrequent(surnames(false)))}-${surnameFor('F', surname)}`
    : undefined
  return makePerson(random, issuer, {
    key,
    sex,
    generation: 'parent',
    surname,
    bears,
    fromUkraine: false,
    born: dayIn(random, year - (leads ? random.int(42, 62) : random.int(25, 64))),
    address: address(random, random.chance(0.15)),
    reachable: true,
  })
}
