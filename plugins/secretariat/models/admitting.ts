import db from '@adonisjs/lucid/services/db'
import { publish } from '@unia/platform/bus'
import { people } from '@unia/platform/people'
import { attempt } from '@unia/platform/scope'
import type { Infer } from '@vinejs/vine/types'
import { pupilCreated, pupilEnrolled } from '#secretariat/contract'
import { nextNumber } from '#secretariat/domain/numbers'
import { disagreements, type Disagreement } from '#secretariat/domain/pesel_agreement'
import Enrolment from '#secretariat/models/enrolment'
import { seatIn, takeSeat } from '#secretariat/models/placing'
import Pupil from '#secretariat/models/pupil'
import type { admissionValidator } from '#secretariat/validators/pupil'

type AdmissionForm = Infer<typeof admissionValidator>

export type Admission =
  | { outcome: 'admitted' | 'repeated'; pupilId: string }
  | { outcome: 'known'; pupilId: string }
  | { outcome: 'elsewhere'; since: string }
  | { outcome: 'disagreement'; which: Disagreement }
  | { outcome: 'over_limit'; section: string; count: number; limit: number }
  | { outcome: 'no_section' }

/** Writes a newcomer into the pupil book and a section. The same form sent twice admits once. */
export async function admit(form: AdmissionForm): Promise<Admission> {
  if (await Pupil.find(form.id)) return { outcome: 'repeated', pupilId: form.id }
  const [which] = disagreements(form.pesel ?? null, form)
  if (which && !form.peselReason) return { outcome: 'disagreement', which }
  const seat = await seatIn(form.sectionId, form.from)
  if (!seat) return { outcome: 'no_section' }
  if (seat.over && !form.overLimitBasis) {
    return { outcome: 'over_limit', section: seat.section.name, ...seat.over }
  }
  const personId = await people.ensure({ ...form, pesel: form.pesel ?? null, source: 'secretariat' })
  const known = await Pupil.findBy('personId', personId)
  if (known) return { outcome: 'known', pupilId: known.id }
  const since = await enrolledElsewhereSince(personId)
  if (since) return { outcome: 'elsewhere', since }
  const created = await attempt(() => Pupil.create(cardOf(form, personId, Boolean(which))))
  if (!created.ok) return { outcome: 'repeated', pupilId: form.id }
  const enrolment = await enrol(form.id, seat.section.unitId, form.from)
  await takeSeat(seat, form.id, form.from, form.overLimitBasis ?? null)
  await tellNews(form, personId, enrolment)
  return { outcome: 'admitted', pupilId: form.id }
}

/** Since when another unit of the city teaches this person; nothing else is told (S9). */
async function enrolledElsewhereSince(personId: string): Promise<string | null> {
  const { rows } = await db.rawQuery<{ rows: { since: string | null }[] }>(
    'select secretariat.enrolled_elsewhere_since(?) as since',
    [personId]
  )
  return rows[0]!.since
}

const cardOf = (form: AdmissionForm, personId: string, disagrees: boolean) => {
  const { id, surname, givenNames, secondName, birthDate, birthPlace, sex } = form
  const { street, postalCode, city, phone, email } = form
  return {
    ...{ id, personId, surname, givenNames, secondName, birthDate, birthPlace, sex },
    ...{ street, postalCode, city, phone, email },
    hasPesel: Boolean(form.pesel),
    peselWarningReason: disagrees ? form.peselReason : null,
  }
}

/** The next entry of the unit's pupil book; the lock keeps two secretaries from taking one number. */
export async function enrol(pupilId: string, unitId: string, from: string): Promise<Enrolment> {
  await db.rawQuery(`select pg_advisory_xact_lock(hashtextextended('secretariat.pupil_book:' || ?, 0))`, [
    unitId,
  ])
  const { last } = await db
    .from('secretariat_enrolments')
    .where('unit_id', unitId)
    .max('book_number as last')
    .firstOrFail()
  return Enrolment.create({
    pupilId,
    unitId,
    status: 'active',
    validFrom: from,
    bookNumber: nextNumber([last]),
  })
}

async function tellNews({ id, sectionId, from }: AdmissionForm, personId: string, enrolment: Enrolment) {
  const subject = `pupil/${id}`
  await publish(pupilCreated, { subject, data: { pupilId: id, personId } })
  await publish(pupilEnrolled, {
    subject,
    data: { pupilId: id, enrolmentId: enrolment.id, unitId: enrolment.unitId, sectionId, from },
  })
}
