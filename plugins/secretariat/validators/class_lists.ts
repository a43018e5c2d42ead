import vine from '@vinejs/vine'

export const classListsValidator = vine.create({
  year: vine.number().withoutDecimals().range([2000, 2100]).optional(),
})
