/**
 * The number after all that were ever given: book numbers and roll numbers are never used again, neither those of
 * pupils who left nor those of annulled entries (rules 1 and 3).
 */
export const nextNumber = (given: readonly (number | null)[]): number =>
  Math.max(0, ...given.map((number) => number ?? 0)) + 1
