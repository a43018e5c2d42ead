import vine from '@vinejs/vine'
import { day } from '@unia/platform/values/vine'

export const sectionMembershipValidator = vine.create({
  sectionId: vine.string().uuid(),
  from: day(),
  overLimitBasis: vine.string().trim().maxLength(300).nullable().optional(),
})
