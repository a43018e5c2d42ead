import { defineContract } from '@unia/platform/contracts'
import { defineEvent } from '@unia/platform/bus'
import { day, id } from './fields.ts'

export interface PupilDto {
  id: string
  personId: string
  surname: string
  givenNames: string
}

export interface GuardianDto {
  personId: string
  surname: string
  givenNames: string
  kinship: string
  phone: string | null
  email: string | null
  mayReadRegister: boolean
  mayExcuse: boolean
  mayCollect: boolean
  guardianId: string
  legalRepresentative: boolean
  /** False: by a court's order this guardian must not learn where the pupil lives. */
  maySeeAddress: boolean
}

export interface EnrolmentDto {
  id: string
  pupilId: string
  unitId: string
  status: string
  from: string
  /** Last day, null while it holds. */
  to: string | null
  bookNumber: number
}

/** A pupil seen from a guardian, or from the pupil themself (`kinship` is then `self`). */
export interface ChildDto extends PupilDto {
  kinship: string
  mayReadRegister: boolean
  mayExcuse: boolean
  mayCollect: boolean
  legalRepresentative: boolean
  maySeeAddress: boolean
}

/**
 * Who the pupils of this unit are.
 *
 * @example
 * const pupils = await contracts.require(Pupils)
 * const byId = await pupils.byIds(ids)
 */
export interface Pupils {
  /** Unknown ids are absent. */
  byIds(ids: string[]): Promise<Map<string, PupilDto>>
  /** By words of surname and given names, Polish marks or not; in alphabetical order. */
  search(text: string, limit?: number): Promise<PupilDto[]>
  /** Enrolled on a day, `YYYY-MM-DD`; in alphabetical order. */
  enrolledOn(day: string): Promise<PupilDto[]>
  /** By pupil id, in the order of contact; a pupil without guardians has an empty list. */
  guardiansOf(pupilIds: string[], day?: string): Promise<Map<string, GuardianDto[]>>
  /** By pupil id, from the first on. */
  enrolmentsOf(pupilIds: string[]): Promise<Map<string, EnrolmentDto[]>>
  /** Pupils whose guardian this person is on a day (today), in alphabetical order; the person themself when a pupil. */
  childrenOf(personId: string, day?: string): Promise<ChildDto[]>
}

export const Pupils = defineContract<Pupils>('secretariat.pupils')

export const pupilCreated = defineEvent({
  type: 'secretariat.pupil.created',
  version: 1,
  schema: {
    type: 'object',
    required: ['pupilId', 'personId'],
    properties: { pupilId: id, personId: id },
    additionalProperties: false,
  },
})

export const pupilUpdated = defineEvent({
  type: 'secretariat.pupil.updated',
  version: 1,
  schema: {
    type: 'object',
    required: ['pupilId', 'changed'],
    properties: { pupilId: id, changed: { type: 'array', items: { type: 'string' } } },
    additionalProperties: false,
  },
})

export const pupilEnrolled = defineEvent({
  type: 'secretariat.pupil.enrolled',
  version: 1,
  schema: {
    type: 'object',
    required: ['pupilId', 'enrolmentId', 'unitId', 'sectionId', 'from'],
    properties: { pupilId: id, enrolmentId: id, unitId: id, sectionId: id, from: day },
    additionalProperties: false,
  },
})

export const pupilMovedClass = defineEvent({
  type: 'secretariat.pupil.moved_class',
  version: 1,
  schema: {
    type: 'object',
    required: ['pupilId', 'fromSectionId', 'toSectionId', 'from'],
    properties: {
      pupilId: id,
      fromSectionId: { type: ['string', 'null'], format: 'uuid' },
      toSectionId: id,
      from: day,
    },
    additionalProperties: false,
  },
})
