import db from '@adonisjs/lucid/services/db'
import { publish } from '@unia/platform/bus'
import { people } from '@unia/platform/people'
import type { Infer } from '@vinejs/vine/types'
import { pupilUpdated } from '#secretariat/contract'
import { changedFields } from '#secretariat/domain/changes'
import { disagreements, type Disagreement } from '#secretariat/domain/pesel_agreement'
import Pupil from '#secretariat/models/pupil'
import type { pupilValidator } from '#secretariat/validators/pupil'

type PupilForm = Infer<typeof pupilValidator>

export type Correction =
  | { outcome: 'saved' }
  | { outcome: 'unknown' }
  /** Somebody else saved the card since the form was opened. */
  | { outcome: 'conflict' }
  | { outcome: 'pesel_taken' }
  | { outcome: 'disagreement'; which: Disagreement }

/** Saves a corrected card. An empty PESEL leaves the number as it is. */
export async function correct(id: string, form: PupilForm): Promise<Correction> {
  const pupil = await Pupil.query().where('id', id).forUpdate().first()
  if (!pupil) return { outcome: 'unknown' }
  if (pupil.version !== form.version) return { outcome: 'conflict' }
  const pesel = form.pesel ?? (pupil.hasPesel ? await people.peselOf(pupil.personId) : null)
  const [which] = disagreements(pesel, form)
  if (which && !form.peselReason) return { outcome: 'disagreement', which }
  const corrected = await people.correct(pupil.personId, { ...form, pesel: form.pesel ?? null })
  if (corrected === 'pesel_taken') return { outcome: 'pesel_taken' }
  const { version: _version, pesel: _pesel, peselReason, ...fields } = form
  const card = {
    ...fields,
    hasPesel: pupil.hasPesel || Boolean(form.pesel),
    peselWarningReason: which ? (peselReason ?? null) : null,
  }
  const changed = changedFields(pupil.$attributes as typeof card, card)
  if (changed.length === 0 && !form.pesel) return { outcome: 'saved' }
  await pupil.merge({ ...card, version: pupil.version + 1 }).save()
  await publish(pupilUpdated, { subject: `pupil/${id}`, data: { pupilId: id, changed } })
  return { outcome: 'saved' }
}

/** Lets everybody who edits the card know that it has changed: its guardians belong to it. */
export async function touch(pupilId: string, changed: string[]) {
  await db.from('secretariat_pupils').where('id', pupilId).increment('version', 1)
  await publish(pupilUpdated, { subject: `pupil/${pupilId}`, data: { pupilId, changed } })
}
