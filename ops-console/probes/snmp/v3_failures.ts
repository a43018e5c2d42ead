import { statusError, SnmpError } from './errors.ts'

/** What USM refuses (RFC 3414, section 3.2), in the words of net-snmp, and how we say it. */
const REFUSALS: [pattern: RegExp, detail: string][] = [
  [/unknown user name/i, 'Unknown user'],
  [/wrong digest|authentication digest/i, 'Wrong authentication key'],
  [/decrypt/i, 'Wrong privacy key'],
  [/unsupported security level/i, 'Unsupported security level'],
  [/time window/i, 'Not in time window'],
  [/unknown engine/i, 'Unknown engine'],
]

/** An error of net-snmp as ours. Its own text may hold digests, so that only ours goes on. */
export function v3Failure(error: Error & { status?: number }, unreadable: boolean): SnmpError {
  const refusal = REFUSALS.find(([pattern]) => pattern.test(error.message))
  if (refusal) return new SnmpError('authentication', refusal[1])
  if (error.name === 'RequestTimedOutError' || error.message === 'Cancelled') {
    return new SnmpError(unreadable ? 'malformed' : 'no_answer', 'Timeout')
  }
  if (error.name === 'RequestFailedError') return statusError(error.status ?? 5)
  if (error.name === 'ResponseInvalidError') return new SnmpError('malformed', 'Unreadable reply')
  return new SnmpError('refused', (error as NodeJS.ErrnoException).code ?? error.name)
}

/** The agent's engine restarted or was replaced: what the session knows of it no longer holds. */
export const wantsNewSession = (detail: string) =>
  detail === 'Not in time window' || detail === 'Unknown engine'
