/** Sum of digits times weights, as most Polish check digits need it; further digits are ignored. */
export const weightedSum = (digits: string, weights: number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)

/** Text without white space (also no-break) and hyphens, as people type numbers. */
export const bare = (text: string): string => text.replace(/[\s-]/g, '')
