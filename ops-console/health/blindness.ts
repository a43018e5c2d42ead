const SHARE = 0.3
const FEWEST = 5

/**
 * True when over 30 % of the entities that should answer fail at once: then our own path is suspected first. Not
 * expected are those known to be out, and those whose silence something above them explains.
 */
export function isBlind(expected: number, failing: number): boolean {
  return failing >= FEWEST && failing > SHARE * expected
}

/** How an entity counts: expected and answering, expected and failing, or not to be counted. */
export type Standing = 'fine' | 'failing' | 'apart'

/** Counts of a collector's entities, kept as they change. */
export class Tally {
  #standings = new Map<string, Standing>()
  #counts: Record<Standing, number> = { fine: 0, failing: 0, apart: 0 }

  set(id: string, standing: Standing) {
    this.forget(id)
    this.#standings.set(id, standing)
    this.#counts[standing]++
  }

  forget(id: string) {
    const before = this.#standings.get(id)
    if (before) this.#counts[before]--
    this.#standings.delete(id)
  }

  get blind() {
    const { fine, failing } = this.#counts
    return isBlind(fine + failing, failing)
  }
}
