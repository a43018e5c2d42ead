import type { SessionFacts } from '../identity/identity.ts'

const MINUTES = 5

/** Whether the person proved lately that it is they, so that sensitive actions are open (portal-and-users, rule 5). */
export const isSteppedUp = ({ steppedUpAt }: SessionFacts): boolean =>
  steppedUpAt !== null && Date.now() - steppedUpAt.getTime() <= MINUTES * 60_000
