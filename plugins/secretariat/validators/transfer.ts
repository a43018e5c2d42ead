import vine from '@vinejs/vine'
import { day, pesel, rspo } from '@unia/platform/values/vine'
import { EXIT_REASONS } from '#secretariat/models/leaving'

export const transferRequestValidator = vine.create({ pesel: pesel(), sectionId: vine.string().uuid() })
export const transferConfirmationValidator = vine.create({ lastDay: day() })
export const transferRefusalValidator = vine.create({
  reason: vine.string().trim().minLength(3).maxLength(300),
})

export const departureValidator = vine.create({
  on: day(),
  reason: vine.enum(EXIT_REASONS),
  toRspo: rspo().nullable().optional(),
  destination: vine.string().trim().maxLength(200).nullable().optional(),
})
