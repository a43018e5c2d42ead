import vine from '@vinejs/vine'

export const logInValidator = vine.create({
  login: vine.string().trim().maxLength(254),
  password: vine.string().maxLength(1000),
  next: vine.string().optional(),
})

/** Six digits from the app, or a recovery code. */
export const codeValidator = vine.create({
  code: vine.string().trim().maxLength(40),
  next: vine.string().optional(),
})

export const stepUpValidator = vine.create({
  code: vine.string().trim().maxLength(40).optional(),
  password: vine.string().maxLength(1000).optional(),
  next: vine.string().optional(),
})
