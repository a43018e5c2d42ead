import vine from '@vinejs/vine'
import { day, personName, pesel, phone } from '@unia/platform/values/vine'

/** Proposed; a unit may write another. */
export const KINSHIPS = [
  ...['mother', 'father', 'stepmother', 'stepfather', 'grandmother', 'grandfather'],
  ...['aunt', 'uncle', 'foster_parent', 'legal_guardian'],
]

const contact = {
  phone: phone().nullable().optional(),
  email: vine.string().trim().toLowerCase().email().maxLength(254).nullable().optional(),
}

const rights = {
  mayReadRegister: vine.boolean(),
  mayExcuse: vine.boolean(),
  mayCollect: vine.boolean(),
  legalRepresentative: vine.boolean(),
  maySeeAddress: vine.boolean().optional(),
}

const person = { surname: personName(), givenNames: personName(), ...contact }

export const guardianValidator = vine.create({
  ...person,
  ...rights,
  kinship: vine.string().trim().minLength(1).maxLength(60),
  pesel: pesel().nullable().optional(),
  /** The day from which changed rights hold, and the last one; left out: from today, without end. */
  from: day().nullable().optional(),
  to: day().nullable().optional(),
  /** Id of a guardian of this unit, `city` for a person of another one, `new` for somebody else. */
  same: vine
    .string()
    .regex(/^(new|city|[\da-f-]{36})$/i)
    .nullable()
    .optional(),
})

/** What is asked while a guardian is typed. */
export const matchValidator = vine.create({
  surname: vine.string().trim().maxLength(60).nullable().optional(),
  givenNames: vine.string().trim().maxLength(60).nullable().optional(),
  phone: vine.string().trim().maxLength(30).nullable().optional(),
  email: vine.string().trim().toLowerCase().maxLength(254).nullable().optional(),
  pesel: vine.string().trim().maxLength(20).nullable().optional(),
})

/** Tutors keep contacts of their own section up to date; nothing else. */
export const guardianContactValidator = vine.create(contact)

export const courtNoteValidator = vine.create({
  note: vine.string().trim().minLength(1).maxLength(2000),
  reference: vine.string().trim().maxLength(80).nullable().optional(),
  validFrom: day(),
  validTo: day().nullable().optional(),
})

export const contactOrderValidator = vine.create({
  direction: vine.enum(['up', 'down'] as const),
})
