import { defineEvent } from '@unia/platform/bus'
import { day, id } from './fields.ts'

/** `guardianId` is the guardian in this unit, `personId` the person in the city. Rights are those held from the day on. */
const aboutGuardian = (type: string) =>
  defineEvent({
    type,
    version: 1,
    schema: {
      type: 'object',
      required: ['guardianId', 'personId', 'pupilId', 'rights', 'from'],
      properties: {
        guardianId: id,
        personId: id,
        pupilId: id,
        rights: { type: 'array', items: { type: 'string' } },
        from: day,
        to: { type: ['string', 'null'], format: 'date' },
      },
      additionalProperties: false,
    },
  })

export const guardianLinked = aboutGuardian('secretariat.guardian.linked')
/** `from` is the first day without the link. */
export const guardianUnlinked = aboutGuardian('secretariat.guardian.unlinked')
export const guardianRightsChanged = aboutGuardian('secretariat.guardian.rights_changed')
