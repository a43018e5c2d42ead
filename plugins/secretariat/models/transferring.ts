import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { publish } from '@unia/platform/bus'
import { dispatch } from '@unia/platform/jobs'
import { people } from '@unia/platform/people'
import { attempt } from '@unia/platform/scope'
import { warsawDay } from '@unia/platform/values'
import { transferConfirmed, transferRefused, transferRequested } from '#secretariat/contract'
import { firstDayThere } from '#secretariat/domain/transfer'
import transferStep from '#secretariat/jobs/transfer_step'
import { bundleOf } from '#secretariat/models/bundle'
import { leave } from '#secretariat/models/leaving'
import Section from '#secretariat/models/section'
import { transferById } from '#secretariat/queries/transfers'

export type Request =
  { outcome: 'requested'; id: string } | { outcome: 'not_elsewhere' } | { outcome: 'no_section' }

/** Asks the unit that teaches the owner of this PESEL to let the pupil go. Asked twice, it is one request. */
export async function requestTransfer(form: { pesel: string; sectionId: string }): Promise<Request> {
  if (!(await Section.find(form.sectionId))) return { outcome: 'no_section' }
  const personId = await people.byPesel(form.pesel)
  const at = personId ? await enrolledAt(personId) : null
  if (!personId || !at) return { outcome: 'not_elsewhere' }
  const id = randomUUID()
  const made = await attempt(() =>
    db.table('secretariat_transfers').insert({
      ...{ id, direction: 'in', person_id: personId, section_id: form.sectionId, requested_on: warsawDay() },
      // Which school it is stays untold until it has answered.
      ...{ other_tenant_id: at, other_unit: '' },
    })
  )
  if (!made.ok) return { outcome: 'requested', id: await openRequest(personId) }
  await publish(transferRequested, { subject: `transfer/${id}`, data: { transferId: id } })
  await carry(id, 'request')
  return { outcome: 'requested', id }
}

async function enrolledAt(personId: string): Promise<number | null> {
  const { rows } = await db.rawQuery<{ rows: { tenant: number | null }[] }>(
    'select secretariat.enrolled_at(?) as tenant',
    [personId]
  )
  return rows[0]!.tenant
}

const openRequest = async (personId: string): Promise<string> =>
  (
    await db
      .from('secretariat_transfers')
      .where({ direction: 'in', person_id: personId })
      .whereIn('status', ['requested', 'confirmed'])
      .select('id')
      .firstOrFail()
  ).id

export type Answer =
  | { outcome: 'answered' }
  | { outcome: 'unknown' }
  | { outcome: 'refused'; why: 'not_enrolled' | 'before_start' }

/** Lets the pupil go after a last day; the new unit takes over from the next. Confirming again changes nothing. */
export async function confirmTransfer(id: string, lastDay: string): Promise<Answer> {
  const transfer = await openOut(id)
  if (!transfer) return { outcome: 'unknown' }
  if (transfer.status !== 'requested') return { outcome: 'answered' }
  const departure = {
    on: lastDay,
    reason: 'transferred' as const,
    toRspo: transfer.otherRspo,
    destination: transfer.otherUnit,
  }
  const left = await leave(transfer.pupilId!, departure)
  if (left.outcome !== 'left') return { outcome: 'refused', why: left.outcome }
  const bundle = JSON.stringify(await bundleOf(transfer.pupilId!, firstDayThere(lastDay)))
  await answer(id, { status: 'confirmed', last_day: lastDay, bundle })
  await publish(transferConfirmed, { subject: `transfer/${id}`, data: { transferId: id } })
  await carry(id, 'pupil')
  return { outcome: 'answered' }
}

export async function refuseTransfer(id: string, reason: string): Promise<Answer> {
  const transfer = await openOut(id)
  if (!transfer) return { outcome: 'unknown' }
  if (transfer.status !== 'requested') return { outcome: 'answered' }
  await answer(id, { status: 'refused', reason })
  await publish(transferRefused, { subject: `transfer/${id}`, data: { transferId: id } })
  await carry(id, 'refusal')
  return { outcome: 'answered' }
}

/** A request to this unit, locked so that it is answered once. */
async function openOut(id: string) {
  await db.from('secretariat_transfers').where({ id, direction: 'out' }).forUpdate().select('id')
  const transfer = await transferById(id)
  return transfer?.direction === 'out' ? transfer : null
}

const answer = (id: string, row: object) =>
  db
    .from('secretariat_transfers')
    .where('id', id)
    .update({ ...row, updated_at: new Date() })

/** To the other unit, after this transaction. */
const carry = (transferId: string, step: 'request' | 'pupil' | 'refusal') =>
  dispatch(
    transferStep,
    { transferId, step },
    { title: { key: 'secretariat.job.transfer_step' }, unique: `${transferId}:${step}` }
  )
