/** What a section is called: `4b`, level and symbol; preschool groups only by their symbol. */
export const sectionName = ({ gradeLevel, symbol }: { gradeLevel: number; symbol: string }): string =>
  gradeLevel > 0 ? `${gradeLevel}${symbol}` : symbol
