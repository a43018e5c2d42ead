import vine from '@vinejs/vine'

export const eventSourceValidator = vine.create({
  source: vine.string().trim().ipAddress(),
  serial: vine
    .string()
    .trim()
    .maxLength(32)
    .regex(/^[0-9A-Za-z]*$/)
    .nullable()
    .optional(),
  deviceId: vine.string().uuid(),
})
