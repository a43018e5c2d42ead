import vine from '@vinejs/vine'

export const newPasswordValidator = vine.create({
  password: vine.string().maxLength(1000),
  passwordRepeated: vine.string().sameAs('password'),
})

export const localeValidator = vine.create({ locale: vine.enum(['pl', 'en'] as const) })

export const actingRoleValidator = vine.create({ role: vine.string().maxLength(64) })
