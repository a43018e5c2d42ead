import { defineContract } from '@unia/platform/contracts'

/** Whom something is for, inside one unit. Conditions of one kind are alternatives, of several kinds all must hold. */
export interface Audience {
  /** Roles held today: `guardian`, `pupil`, `teacher`, `secretary` … */
  roles: string[]
  /** Only families and tutors of these sections. */
  sectionIds?: string[]
  /** Only families and tutors of sections of these grades. */
  gradeLevels?: number[]
}

export interface AudienceFigures {
  people: number
  /** How many of them can read it in Unia: they have an active account. */
  withAccount: number
}

export interface Recipient {
  personId: string
  accountId: string | null
}

export interface PersonContacts {
  email: string | null
  phone: string | null
}

/**
 * Who is meant by "parents of grade 8", and how to reach them.
 *
 * @example
 * const audiences = await contracts.require(Audiences)
 * const recipients = await audiences.resolve({ roles: ['guardian'], gradeLevels: [8] })
 */
export interface Audiences {
  describe(audience: Audience): Promise<AudienceFigures>
  /** As of now: who joins tomorrow is not among them (P16). In no particular order, each person once. */
  resolve(audience: Audience): Promise<Recipient[]>
  /** What they confirmed themselves, else what the unit knows; unknown people are absent. */
  contactsOf(personIds: string[]): Promise<Map<string, PersonContacts>>
  /** A code for somebody of this unit without an account, in the caller's transaction; null for everybody else. */
  invite(personId: string): Promise<{ code: string; until: string } | null>
}

export const Audiences = defineContract<Audiences>('users.audiences')
