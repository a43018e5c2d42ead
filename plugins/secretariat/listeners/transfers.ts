import db from '@adonisjs/lucid/services/db'
import { publish } from '@unia/platform/bus'
import { currentTenantId, inTenant } from '@unia/platform/scope'
import { pupilEnrolled } from '#secretariat/contract'
import { firstDayThere } from '#secretariat/domain/transfer'
import { enrol } from '#secretariat/models/admitting'
import { unpack, type Bundle } from '#secretariat/models/bundle'
import { seatIn, takeSeat } from '#secretariat/models/placing'
import { units } from '#secretariat/queries/units'
import { transferById, type TransferRow } from '#secretariat/queries/transfers'

/** The request reaches the desk of the unit that teaches the pupil. Runs in the asking unit; twice is once. */
export async function deliverRequest(id: string) {
  const asked = await transferById(id)
  if (!asked || asked.status !== 'requested') return
  const here = currentTenantId()
  const wanted = await db
    .from('secretariat_sections')
    .where('id', asked.sectionId!)
    .select('unit_id')
    .firstOrFail()
  const unit = await db.from('tenancy_units').where('id', wanted.unit_id).select('short_name').firstOrFail()
  await inTenant(asked.otherTenantId, async () => {
    const pupil = await db.from('secretariat_pupils').where('person_id', asked.personId).select('id').first()
    if (!pupil) return
    await db.rawQuery(
      `insert into secretariat_transfers (id, direction, other_tenant_id, other_unit, person_id, pupil_id, requested_on)
       values (?, 'out', ?, ?, ?, ?, ?) on conflict do nothing`,
      [id, here, unit.short_name, asked.personId, pupil.id, asked.requestedOn]
    )
  })
}

/** The pupil arrives: the card, the guardians and a place from the next day. Runs in the unit that let them go. */
export async function deliverPupil(id: string) {
  const given = await transferById(id)
  if (!given || given.status !== 'confirmed') return
  const { bundle } = await db.from('secretariat_transfers').where('id', id).select('bundle').firstOrFail()
  const from = await nameHere()
  await inTenant(given.otherTenantId, () => takeIn(id, given, bundle as Bundle, from))
  await close(id, {})
}

async function takeIn(id: string, given: TransferRow, bundle: Bundle, from: string) {
  await db.from('secretariat_transfers').where('id', id).forUpdate().select('id')
  const wanted = await transferById(id)
  if (!wanted || wanted.status !== 'requested') return
  const day = firstDayThere(given.lastDay!)
  const pupilId = await unpack(bundle)
  const seat = (await seatIn(wanted.sectionId!, day))!
  const enrolment = await enrol(pupilId, seat.section.unitId, day)
  // The request was accepted with the class named, so a class that has filled up since is noted, not refused.
  await takeSeat(seat, pupilId, day, seat.over ? `transfer ${id}` : null)
  await close(id, {
    pupil_id: pupilId,
    last_day: given.lastDay,
    other_unit: from,
    bundle: JSON.stringify(bundle),
  })
  await publish(pupilEnrolled, {
    subject: `pupil/${pupilId}`,
    data: {
      pupilId,
      enrolmentId: enrolment.id,
      unitId: enrolment.unitId,
      sectionId: seat.section.id,
      from: day,
    },
  })
}

/** The reason reaches who asked. Runs in the unit that refused. */
export async function deliverRefusal(id: string) {
  const refused = await transferById(id)
  if (!refused || refused.status !== 'refused') return
  const from = await nameHere()
  await inTenant(refused.otherTenantId, () =>
    db
      .from('secretariat_transfers')
      .where({ id, direction: 'in', status: 'requested' })
      .update({ status: 'refused', reason: refused.reason, other_unit: from, updated_at: new Date() })
  )
}

const close = (id: string, row: object) =>
  db
    .from('secretariat_transfers')
    .where('id', id)
    .update({ ...row, status: 'completed', updated_at: new Date() })

const nameHere = async () => (await units()).map(({ short_name }) => short_name).join(', ')
