import { contracts } from '@unia/platform/contracts'
import { deriveMemberships, type Derivation, type Holder } from '@unia/platform/memberships'
import { addDays, schoolYearDays, schoolYearOf, warsawDay } from '@unia/platform/values'
import { Pupils, Sections } from '@unia/secretariat/contract'
import { rolesOf } from '#users/domain/positions'
import { employmentById } from '#users/queries/employments'

/**
 * Guardians who may read the register of a pupil are guardians here, each for that child; without the right the child
 * is no longer theirs in Unia, whatever else they may do at the gate (P4).
 */
export async function deriveGuardians(pupilId: string): Promise<Derivation | null> {
  const pupils = await contracts.optional(Pupils)
  if (!pupils) return null
  const pupil = (await pupils.byIds([pupilId])).get(pupilId)
  const guardians = pupil ? ((await pupils.guardiansOf([pupilId])).get(pupilId) ?? []) : []
  const today = warsawDay()
  const holders = guardians
    .filter(({ mayReadRegister }) => mayReadRegister)
    .map(({ personId }) => ({
      personId,
      role: 'guardian',
      from: today,
      to: null,
      aboutPersonId: pupil!.personId,
    }))
  return deriveMemberships({ source: 'guardian_link', key: pupilId }, holders, today)
}

/**
 * A pupil is one from the first day of an enrolment; `from` is a day to come, or one that has passed. Who asks for many
 * hands over who is enrolled today.
 */
export async function derivePupil(
  pupilId: string,
  from: string | null = null,
  enrolledToday?: Set<string>
): Promise<Derivation | null> {
  const pupils = await contracts.optional(Pupils)
  if (!pupils) return null
  const pupil = (await pupils.byIds([pupilId])).get(pupilId)
  const fact = { source: 'enrolment', key: pupilId } as const
  if (!pupil) return deriveMemberships(fact, [])
  const enrolledOn = async (day: string) => (await pupils.enrolledOn(day)).some(({ id }) => id === pupilId)
  const today = warsawDay()
  const holder = (begins: string, to: string | null): Holder[] => [
    { personId: pupil.personId, role: 'pupil', from: begins, to },
  ]
  const now = enrolledToday ? enrolledToday.has(pupilId) : await enrolledOn(today)
  if (from === null || from <= today) return deriveMemberships(fact, now ? holder(from ?? today, null) : [])
  const then = await enrolledOn(from)
  if (!now) return deriveMemberships(fact, then ? holder(from, null) : [])
  // Here today and gone on a day to come: the last day is the one before, or that day itself when it still counts.
  if (!then) return deriveMemberships(fact, holder(today, addDays(from, -1)))
  const last = await enrolledOn(addDays(from, 1))
  return deriveMemberships(fact, holder(today, last ? null : from))
}

/** Tutors of a section, for its school year. */
export async function deriveTutors(sectionId: string): Promise<Derivation | null> {
  const sections = await contracts.optional(Sections)
  if (!sections) return null
  const today = warsawDay()
  const section = await sectionOf(sections, sectionId, today)
  const { from, to } = section ? schoolYearDays(section.schoolYear) : { from: today, to: today }
  const begins = from > today ? from : today
  return deriveMemberships(
    { source: 'section_tutor', key: sectionId },
    section ? tutorsOf(section).map((personId) => ({ personId, role: 'tutor', from: begins, to })) : [],
    today
  )
}

/** This year's section, or one of the year to come. */
async function sectionOf(sections: Sections, id: string, today: string) {
  for (const day of [today, schoolYearDays(schoolYearOf(today) + 1).from]) {
    const found = (await sections.sectionsOn(day)).find((section) => section.id === id)
    if (found) return found
  }
  return null
}

/** One tutor today, several when the secretariat keeps a list. */
export const tutorsOf = (section: { tutorId?: string | null; tutorIds?: string[] }): string[] => [
  ...new Set(section.tutorIds ?? (section.tutorId ? [section.tutorId] : [])),
]

export async function deriveEmployee(employmentId: string): Promise<Derivation> {
  const employment = await employmentById(employmentId)
  return deriveMemberships({ source: 'employment', key: employmentId }, employment ? rolesOf(employment) : [])
}
