import type { SchemeName } from '../theme/tokens.ts'

/** After Okabe and Ito, told apart with any colour vision; each series has a dash of its own besides. */
const colours: Record<SchemeName, string[]> = {
  light: ['#0b6b47', '#0060a8', '#b85200', '#8f3f78', '#7a6a00', '#1a211d'],
  dark: ['#4fc290', '#6cb6ee', '#f0954a', '#d995c3', '#d9c84a', '#e6ebe8'],
}

const dashes = [[], [7, 3], [2, 3], [10, 3, 2, 3], [4, 4], [1, 4]]

export const colourOf = (scheme: SchemeName, at: number): string => colours[scheme][at % 6]!
export const dashOf = (at: number): number[] => dashes[at % dashes.length]!
