import type { Notice } from '../notice.ts'
import type { ImpactCounts } from '../text.ts'

/** Carries one notice to its recipient. Throws when it could not; the outbox tries again. */
export type Sender = (notice: Notice, impacts: ImpactCounts) => Promise<void>

/** An error that no other attempt will mend: the notice is dead at once. */
export class Undeliverable extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
