const REPORTED = /the text `"((?:\\.|[^"\\])+)"` could not be displayed/g
const STAND_IN = '□'

/** Characters that the compiler says no font of ours has (emoji, Chinese), from its error text. */
export function unprintableIn(error: string): string[] {
  const plain = error.replaceAll('\\"', '"').replaceAll('\\\\', '\\')
  return [...plain.matchAll(REPORTED)].map(([, text]) =>
    text.replace(/\\u\{([0-9a-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
  )
}

/** The same JSON with each of these characters as a visible box: PDF/UA refuses a page with an unknown glyph. */
export function boxed(json: string, characters: string[]): string {
  return characters.reduce((text, character) => text.replaceAll(character, STAND_IN), json)
}
