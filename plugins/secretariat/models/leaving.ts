import db from '@adonisjs/lucid/services/db'
import { publish } from '@unia/platform/bus'
import { pupilLeft } from '#secretariat/contract'
import Enrolment from '#secretariat/models/enrolment'

export const EXIT_REASONS = [
  'graduated',
  'transferred',
  'struckOff',
  'movedAbroad',
  'deceased',
  'mistake',
] as const

export interface Departure {
  /** The last day. */
  on: string
  reason: (typeof EXIT_REASONS)[number]
  toRspo?: string | null
  destination?: string | null
  /** A printed notice is sent, and the confirmation slip awaited: schools outside the city. */
  slip?: boolean
}

export type Leaving = { outcome: 'left' } | { outcome: 'not_enrolled' } | { outcome: 'before_start' }

/** Ends the pupil's enrolment and every placement; only a mistake takes the pupil off the lists altogether. */
export async function leave(
  pupilId: string,
  { on, reason, toRspo = null, destination = null, slip = false }: Departure
): Promise<Leaving> {
  const enrolment = await Enrolment.query()
    .where('pupilId', pupilId)
    .whereNot('status', 'ended')
    .orderBy('validFrom', 'desc')
    .forUpdate()
    .first()
  if (!enrolment) return { outcome: 'not_enrolled' }
  if (on < enrolment.validFrom && reason !== 'mistake') return { outcome: 'before_start' }
  const last = on < enrolment.validFrom ? enrolment.validFrom : on
  await db
    .from('secretariat_enrolments')
    .where('id', enrolment.id)
    .update({
      ...{ status: 'ended', valid_to: last, exit_reason: reason, destination, destination_rspo: toRspo },
      slip_sent_on: slip && reason === 'transferred' ? on : null,
      updated_at: new Date(),
    })
  await endPlacements(pupilId, enrolment.unitId, { on, mistake: reason === 'mistake' })
  await publish(pupilLeft, {
    subject: `pupil/${pupilId}`,
    data: { pupilId, enrolmentId: enrolment.id, unitId: enrolment.unitId, on: last, reason, toRspo },
  })
  return { outcome: 'left' }
}

async function endPlacements(
  pupilId: string,
  unitId: string,
  { on, mistake }: { on: string; mistake: boolean }
) {
  const placements = () =>
    db
      .from('secretariat_section_memberships')
      .where('pupil_id', pupilId)
      .whereIn('section_id', db.from('secretariat_sections').where('unit_id', unitId).select('id'))
      .whereRaw(`coalesce(valid_to, 'infinity') > ?`, [on])
  if (mistake) return placements().delete()
  await placements().where('valid_from', '>', on).delete()
  await placements().update({ valid_to: on, updated_at: new Date() })
}
