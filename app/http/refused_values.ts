import { Exception } from '@adonisjs/core/exceptions'

/** Text or a number that the database cannot hold: the sender's mistake, not ours. */
export class ValueRefused extends Exception {
  static status = 422
  static code = 'E_VALUE_REFUSED'
  static message = 'A value cannot be stored'
}

/** SQLSTATEs of a value refused as such: NUL and broken text, no such date, no uuid, a number out of range. */
const REFUSED = new Set(['22021', '22P05', '22P02', '22007', '22008', '22003'])

/** The error to answer with. Those of the database that only say something about what was sent become a 422. */
export const answerable = (error: unknown): unknown =>
  REFUSED.has(String((error as { code?: unknown } | null)?.code)) ? new ValueRefused() : error
