import vine from '@vinejs/vine'
import { day } from '../../values/vine.ts'

export const membershipValidator = vine.create({
  personId: vine.string().uuid(),
  role: vine.string().maxLength(64),
  validTo: day(),
})
