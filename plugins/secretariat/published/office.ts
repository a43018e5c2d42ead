import { defineEvent } from '@unia/platform/bus'
import { day, id } from './fields.ts'

/** A pupil's enrolment has ended; `on` is the last day. */
export const pupilLeft = defineEvent({
  type: 'secretariat.pupil.left',
  version: 1,
  schema: {
    type: 'object',
    required: ['pupilId', 'enrolmentId', 'unitId', 'on', 'reason', 'toRspo'],
    properties: {
      ...{ pupilId: id, enrolmentId: id, unitId: id, on: day, reason: { type: 'string' } },
      toRspo: { type: ['string', 'null'] },
    },
    additionalProperties: false,
  },
})

const transferFact = (fact: 'requested' | 'confirmed' | 'refused') =>
  defineEvent({
    type: `secretariat.transfer.${fact}`,
    version: 1,
    schema: {
      type: 'object',
      required: ['transferId'],
      properties: { transferId: id },
      additionalProperties: false,
    },
  })

export const transferRequested = transferFact('requested')
export const transferConfirmed = transferFact('confirmed')
export const transferRefused = transferFact('refused')
