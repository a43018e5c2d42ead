import vine from '@vinejs/vine'

/** A number as people write it, with comma or point. */
const decimal = () =>
  vine
    .string()
    .trim()
    .regex(/^-?\d{1,9}([.,]\d{1,6})?$/)
    .transform((text) => Number(text.replace(',', '.')))

const samples = () => vine.number().withoutDecimals()

export const ruleValidator = vine.create({
  /** `kind:edge`, `model:PA-440`, `device:<id>`. */
  scope: vine.string().trim().maxLength(120),
  enabled: vine.boolean(),
  severity: vine.enum(['warning', 'critical'] as const),
  raise: decimal(),
  clear: decimal(),
  of: samples(),
  among: samples(),
  clearAfter: samples(),
})
