import { defineEvent } from '@unia/platform/bus'

const id = { type: 'string', format: 'uuid' } as const
const day = { type: ['string', 'null'], format: 'date' } as const

/**
 * What this plugin needs of events that nobody publishes yet (domain README, section 3). The facts themselves are asked
 * of their owner, so an event says only where to look.
 */
const aboutSection = (type: string) =>
  defineEvent({
    type,
    version: 1,
    schema: { type: 'object', required: ['sectionId'], properties: { sectionId: id, from: day } },
  })

export const sectionTutorChanged = aboutSection('secretariat.section.tutor_changed')
export const sectionClosed = aboutSection('secretariat.section.closed')

const aboutEmployment = (type: string) =>
  defineEvent({
    type,
    version: 1,
    schema: {
      type: 'object',
      required: ['employmentId', 'personId'],
      properties: { employmentId: id, personId: id, from: day, to: day, terms: { type: 'object' } },
    },
  })

export const employmentStarted = aboutEmployment('hr.employment.started')
export const employmentChanged = aboutEmployment('hr.employment.changed')
export const employmentEnded = aboutEmployment('hr.employment.ended')
