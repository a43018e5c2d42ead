import db from '@adonisjs/lucid/services/db'
import { publish } from '@unia/platform/bus'
import { inTenant } from '@unia/platform/scope'
import { pupilEnrolled } from '#secretariat/contract'
import { firstDayThere } from '#secretariat/domain/transfer'
import { enrol } from '#secretariat/models/admitting'
import { unpack, type Bundle } from '#secretariat/models/bundle'
import { seatIn, takeSeat } from '#secretariat/models/placing'
import { units } from '#secretariat/queries/units'
import { transferById, type TransferRow } from '#secretariat/queries/transfers'

/** The request reaches the desk of the unit that teaches the pupil. Called outside any scope; twice is once. */
export async function deliverRequest(here: number, id: string) {
  const asked = await inTenant(here, async () => {
    const row = await transferById(id)
    return row?.status === 'requested' ? { ...row, unit: await nameHere() } : null
  })
  if (!asked) return
  await inTenant(asked.otherTenantId, async () => {
    const pupil = await db.from('secretariat_pupils').where('person_id', asked.personId).select('id').first()
    if (!pupil) return
    await db.rawQuery(
      `insert into secretariat_transfers (id, direction, other_tenant_id, other_unit, person_id, pupil_id, requested_on)
       values (?, 'out', ?, ?, ?, ?, ?) on conflict do nothing`,
      [id, here, asked.unit, asked.personId, pupil.id, asked.requestedOn]
    )
  })
}

/** The pupil arrives: the card, the guardians and a place from the next day. `here` let the pupil go. */
export async function deliverPupil(here: number, id: string) {
  const given = await inTenant(here, async () => {
    const row = await transferById(id)
    if (row?.status !== 'confirmed') return null
    const { bundle } = await db.from('secretariat_transfers').where('id', id).select('bundle').firstOrFail()
    return { ...row, bundle: bundle as Bundle, unit: await nameHere() }
  })
  if (!given) return
  await inTenant(given.otherTenantId, () => takeIn(id, given, given.bundle, given.unit))
  await inTenant(here, () => close(id, {}))
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

/** The reason reaches who asked. `here` refused. */
export async function deliverRefusal(here: number, id: string) {
  const refused = await inTenant(here, async () => {
    const row = await transferById(id)
    return row?.status === 'refused' ? { ...row, unit: await nameHere() } : null
  })
  if (!refused) return
  await inTenant(refused.otherTenantId, () =>
    db
      .from('secretariat_transfers')
      .where({ id, direction: 'in', status: 'requested' })
      .update({ status: 'refused', reason: refused.reason, other_unit: refused.unit, updated_at: new Date() })
  )
}

const close = (id: string, row: object) =>
  db
    .from('secretariat_transfers')
    .where('id', id)
    .update({ ...row, status: 'completed', updated_at: new Date() })

const nameHere = async () => (await units()).map(({ short_name }) => short_name).join(', ')
