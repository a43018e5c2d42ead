import db from '@adonisjs/lucid/services/db'
import { parameter } from '@unia/platform/parameters'
import { nextNumber } from '#secretariat/domain/numbers'
import { isOverLimit } from '#secretariat/domain/section_limit'
import Section from '#secretariat/models/section'
import SectionMembership from '#secretariat/models/section_membership'
import { sectionLimit } from '#secretariat/parameters/section_limit'

export interface Seat {
  section: Section
  rollNumber: number
  /** Pupils with the one who comes, when that is over the limit. */
  over: { count: number; limit: number } | null
}

/** The place a newcomer would take from a day, the section locked meanwhile; null when there is no such section. */
export async function seatIn(sectionId: string, from: string): Promise<Seat | null> {
  const section = await Section.query().where('id', sectionId).forUpdate().first()
  if (!section) return null
  const taken = (await db
    .from('secretariat_section_memberships')
    .where('section_id', sectionId)
    .select('roll_number', db.raw(`coalesce(valid_to, 'infinity') >= ?::date as present`, [from]))) as {
    roll_number: number | null
    present: boolean
  }[]
  const count = taken.filter(({ present }) => present).length + 1
  const limit = parameter(sectionLimit).on(from)
  return {
    section,
    rollNumber: nextNumber(taken.map(({ roll_number }) => roll_number)),
    over: isOverLimit(section, count, limit) ? { count, limit } : null,
  }
}

export const takeSeat = (
  { section, rollNumber, over }: Seat,
  pupilId: string,
  from: string,
  basis: string | null
) =>
  SectionMembership.create({
    pupilId,
    sectionId: section.id,
    validFrom: from,
    rollNumber,
    overLimitBasis: over ? basis : null,
  })
