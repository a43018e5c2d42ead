import { defineEvent } from '../bus/define_event.ts'

const id = { type: 'string', format: 'uuid' } as const
const day = { type: 'string', format: 'date' } as const
const dayOrNull = { type: ['string', 'null'], format: 'date' } as const
const ids = { type: 'array', items: id } as const

const membership = {
  type: 'object',
  required: ['personId', 'role', 'from', 'to'],
  properties: { personId: id, role: { type: 'string' }, from: day, to: dayOrNull },
  additionalProperties: false,
} as const

const account = {
  type: 'object',
  required: ['personId'],
  properties: { personId: id, accountId: id },
  additionalProperties: false,
} as const

const people = {
  type: 'object',
  required: ['personId', 'oldIds'],
  properties: { personId: id, oldIds: ids },
  additionalProperties: false,
} as const

/** Somebody holds a role in this unit from a day on. */
export const membershipGranted = defineEvent({
  type: 'identity.membership.granted',
  version: 1,
  schema: membership,
})

/** The role ends; `to` is its last day, null when it never began. */
export const membershipEnded = defineEvent({
  type: 'identity.membership.ended',
  version: 1,
  schema: membership,
})

export const accountInvited = defineEvent({ type: 'identity.account.invited', version: 1, schema: account })
export const accountActivated = defineEvent({
  type: 'identity.account.activated',
  version: 1,
  schema: account,
})

/** The people `oldIds` are `personId`: whoever keeps person ids writes the new one in their place, once or many times. */
export const personMerged = defineEvent({ type: 'identity.person.merged', version: 1, schema: people })

/** A merge is undone: rows that were `oldIds[0]` before it are that person's again; `personId` is who was kept. */
export const personSplit = defineEvent({ type: 'identity.person.split', version: 1, schema: people })
