import vine from '@vinejs/vine'

export const startValidator = vine.create({
  code: vine.string().trim().maxLength(60),
  /** As typed; see `typedDay`. */
  birthDate: vine.string().trim().maxLength(20).optional(),
})

export const newAccountValidator = vine.create({
  login: vine.string().trim().minLength(3).maxLength(254),
  password: vine.string().maxLength(1000),
})

export const newPasswordByCodeValidator = vine.create({ password: vine.string().maxLength(1000) })

export const contactsValidator = vine.create({
  email: vine.string().trim().email().maxLength(254).optional(),
  phone: vine.string().trim().maxLength(30).optional(),
})
