/** Nagios' model: the last 21 results, newer changes weigh more (0.8 to 1.2). */
const KEPT = 21

export interface FlapLimits {
  /** Percent of weighted changes at which flapping begins, and below which it ends. */
  high: number
  low: number
}

/** Values of the sample configuration that Nagios ships. */
export const FLAP_LIMITS: FlapLimits = { high: 20, low: 5 }

export function remember(history: readonly number[], bad: boolean): number[] {
  return [...history, bad ? 1 : 0].slice(-KEPT)
}

/** The same history without its calm beginning, which weighs nothing: one calm result before the first bad one is kept. */
export function essential(history: readonly number[]): readonly number[] {
  const firstBad = history.indexOf(1)
  return firstBad < 0 ? [] : history.slice(Math.max(0, firstBad - 1))
}

/** Weighted share of changes in percent; a history not yet full counts its missing part as calm. */
export function flapPercent(history: readonly number[]): number {
  const changes = KEPT - 1
  const offset = KEPT - history.length
  let weight = 0
  for (let i = 1; i < history.length; i++) {
    if (history[i] === history[i - 1]) continue
    weight += 0.8 + ((i - 1 + offset) * 0.4) / (changes - 1)
  }
  return (weight / changes) * 100
}

export function isFlapping(was: boolean, history: readonly number[], limits = FLAP_LIMITS): boolean {
  const percent = flapPercent(history)
  return was ? percent >= limits.low : percent >= limits.high
}
