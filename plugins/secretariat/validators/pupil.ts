import vine from '@vinejs/vine'
import { day, personName, pesel, phone, postcode } from '@unia/platform/values/vine'

const text = (length: number) => vine.string().trim().maxLength(length).nullable().optional()

const identity = {
  pesel: pesel().nullable().optional(),
  peselReason: text(300),
  surname: personName(),
  givenNames: personName(),
  secondName: personName().nullable().optional(),
  birthDate: day(),
  birthPlace: text(100),
  sex: vine.enum(['f', 'm'] as const),
}

const contact = {
  street: text(120),
  postalCode: postcode().nullable().optional(),
  city: text(80),
  phone: phone().nullable().optional(),
  email: vine.string().trim().email().maxLength(254).nullable().optional(),
}

export const admissionValidator = vine.create({
  /** Given by the page, so that the same form sent twice makes one pupil. */
  id: vine.string().uuid(),
  ...identity,
  ...contact,
  sectionId: vine.string().uuid(),
  from: day(),
  overLimitBasis: text(300),
})

export const pupilValidator = vine.create({
  version: vine.number().positive().withoutDecimals(),
  ...identity,
  ...contact,
})
