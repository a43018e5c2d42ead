import db from '@adonisjs/lucid/services/db'
import { publish } from '@unia/platform/bus'
import { addDays } from '@unia/platform/values'
import type { Infer } from '@vinejs/vine/types'
import { pupilMovedClass } from '#secretariat/contract'
import { moveRefusal, type MoveRefusal } from '#secretariat/domain/move'
import { seatIn, takeSeat } from '#secretariat/models/placing'
import SectionMembership from '#secretariat/models/section_membership'
import type { sectionMembershipValidator } from '#secretariat/validators/section_membership'

type MoveForm = Infer<typeof sectionMembershipValidator>

export type Move =
  | { outcome: 'moved'; section: string }
  | { outcome: 'no_section' }
  | { outcome: 'refused'; why: MoveRefusal }
  | { outcome: 'over_limit'; section: string; count: number; limit: number }

/** Moves a pupil to another section of the same unit from a day; the old membership ends the day before. */
export async function move(pupilId: string, { sectionId, from, overLimitBasis }: MoveForm): Promise<Move> {
  // Two secretaries moving one pupil: the second sees what the first did.
  await db.from('secretariat_pupils').where('id', pupilId).forUpdate().select('id')
  const seat = await seatIn(sectionId, from)
  if (!seat) return { outcome: 'no_section' }
  const current = await currentIn(seat.section.unitId, pupilId, seat.section.schoolYear)
  const why = moveRefusal(current, seat.section, from)
  if (why) return { outcome: 'refused', why }
  if (seat.over && !overLimitBasis) return { outcome: 'over_limit', section: seat.section.name, ...seat.over }
  if (current) await current.merge({ validTo: addDays(from, -1) }).save()
  await takeSeat(seat, pupilId, from, overLimitBasis ?? null)
  await publish(pupilMovedClass, {
    subject: `pupil/${pupilId}`,
    data: { pupilId, fromSectionId: current?.sectionId ?? null, toSectionId: sectionId, from },
  })
  return { outcome: 'moved', section: seat.section.name }
}

/** The last membership of the year in this unit. */
const currentIn = (unitId: string, pupilId: string, schoolYear: number) =>
  SectionMembership.query()
    .where('pupilId', pupilId)
    .whereNull('validTo')
    .whereIn(
      'sectionId',
      db.from('secretariat_sections').where({ unit_id: unitId, school_year: schoolYear }).select('id')
    )
    .orderBy('validFrom', 'desc')
    .forUpdate()
    .first()
