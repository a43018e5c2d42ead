import { SetupError } from '../app/database/setup_error.ts'
import { hasMessage, language, message } from './messages/index.mjs'

export { language, message }

/** What went wrong and what to do, for people; unknown errors keep their stack. */
export function explain(error: unknown): string {
  const known = error instanceof SetupError && hasMessage(`error.${error.code}`)
  if (known) return message(`error.${error.code}`, error.details)
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return message('error.unexpected', { text })
}

/** Seconds since `from` (performance.now()), with one decimal. */
export const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1)
