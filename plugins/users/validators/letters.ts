import vine from '@vinejs/vine'

export const lettersValidator = vine.create({
  sectionId: vine.string().uuid(),
  whom: vine.enum(['guardians', 'pupils'] as const),
  byMail: vine.boolean().optional(),
})
