import vine from '@vinejs/vine'
import { day, personName, pesel } from '@unia/platform/values/vine'
import { POSITIONS } from '#users/domain/positions'

export const employmentValidator = vine.create({
  givenNames: personName(),
  surname: personName(),
  birthDate: day().optional(),
  pesel: pesel().optional(),
  position: vine.enum(POSITIONS),
  from: day(),
  to: day().optional(),
})

export const employmentChangeValidator = vine.create({
  position: vine.enum(POSITIONS),
  to: day().optional(),
})
