/** Seconds until the next attempt after the first, second … failure; after the last one the notice is dead. */
const DELAYS = [10, 30, 60, 300, 900, 1800, 3600]

/** When a notice that failed `attempts` times is tried again; null: never by itself. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const seconds = DELAYS[attempts - 1]
  return seconds === undefined ? null : new Date(now.getTime() + seconds * 1000)
}
