/** Portal-and-users, entity InvitationCode and P11; e-services E2. */
export const VALID_DAYS = 30
export const FREE_ATTEMPTS = 5
export const PAUSE_MINUTES = 60

export interface Standing {
  expiresAt: Date
  pausedUntil: Date | null
}

export type Judgement = 'good' | 'wrong' | 'expired'

/**
 * What is said to somebody who typed a code. A code that rests is a wrong one, whatever was typed; that it has expired is
 * said only to who holds it and knows the birth date.
 */
export function judge(standing: Standing, holds: boolean, now: Date): Judgement {
  if (standing.pausedUntil && standing.pausedUntil > now) return 'wrong'
  if (!holds) return 'wrong'
  return standing.expiresAt <= now ? 'expired' : 'good'
}
