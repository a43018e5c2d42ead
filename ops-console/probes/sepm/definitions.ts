export interface Definitions {
  /** ISO date. */
  date: string
  revision: number
}

const WORDS = /^(\d{4})-(\d{2})-(\d{2})(?:\s+(?:rev\.?|r)\s*(\d{1,3}))?$/i
const DIGITS = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{3})$/

/**
 * A version of virus definitions, written `2023-10-19 rev. 003` or packed as `231019003` or `20231019003`. Null when
 * it is neither or no such day exists.
 */
export function parseDefinitions(text: string | null | undefined): Definitions | null {
  const found = WORDS.exec(text?.trim() ?? '') ?? DIGITS.exec(text?.trim() ?? '')
  if (!found) return null
  const [, year, month, day, revision = '0'] = found
  const date = `${year.length === 2 ? '20' : ''}${year}-${month}-${day}`
  const at = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date) return null
  return { date, revision: Number(revision) }
}

/** Whole days from one version to another; negative when `of` is the newer. */
export const daysBehind = (of: Definitions, latest: Definitions) =>
  Math.round((Date.parse(latest.date) - Date.parse(of.date)) / 86_400_000)
