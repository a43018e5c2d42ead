import vine from '@vinejs/vine'
import { THREAT_STATES } from '#ops/endpoints/threat_states'
import { COMMANDS, type SepmCommand } from '#ops/probes/sepm/commands'

export const workstationsValidator = vine.create({
  count: vine.number().withoutDecimals().min(0).max(5000),
})

export const vpnDecisionValidator = vine.create({ to: vine.enum(['granted', 'refused', 'revoked']) })

export const packageValidator = vine.create({
  unit: vine.string().maxLength(60),
  name: vine.string().trim().minLength(2).maxLength(120),
  version: vine.string().trim().minLength(1).maxLength(40),
})

export const groupValidator = vine.create({
  group: vine.string().trim().minLength(2).maxLength(500),
  unit: vine.string().maxLength(60),
})

export const threatStepValidator = vine.create({
  to: vine.enum(THREAT_STATES),
  remarks: vine.string().trim().maxLength(2000).optional(),
})

/** `requestKey` comes with the page, so that a form sent twice is one command. */
export const commandValidator = vine.create({
  command: vine.enum(Object.keys(COMMANDS) as [SepmCommand]),
  requestKey: vine.string().uuid(),
  computers: vine.array(vine.string().uuid()).minLength(1).maxLength(200),
})
