import vine from '@vinejs/vine'
import { personName, phone } from '@unia/platform/values/vine'

/** Proposed; a unit may write another. */
export const KINSHIPS = [
  ...['mother', 'father', 'stepmother', 'stepfather', 'grandmother', 'grandfather'],
  ...['aunt', 'uncle', 'foster_parent', 'legal_guardian'],
]

export const guardianValidator = vine.create({
  surname: personName(),
  givenNames: personName(),
  kinship: vine.string().trim().minLength(1).maxLength(60),
  phone: phone().nullable().optional(),
  email: vine.string().trim().email().maxLength(254).nullable().optional(),
  mayReadRegister: vine.boolean(),
  mayExcuse: vine.boolean(),
  mayCollect: vine.boolean(),
  legalRepresentative: vine.boolean(),
})
