export type Problem = 'dtd' | 'too_deep' | 'too_many_elements' | 'not_well_formed'

const DEEPEST = 40
const MOST_ELEMENTS = 20_000
/** A tag of a reply carries two or three short attributes. */
const LONGEST_TAG = 2000
const CDATA = '<![CDATA['

/**
 * Looks over a document once, in time that grows with its length only, before a parser builds anything from it: a
 * parser needs seconds for some texts that are made to be slow.
 * @returns what speaks against parsing it; null: nothing
 */
export function survey(text: string): Problem | null {
  let [depth, elements] = [0, 0]
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const section = sectionAt(text, at)
    if (section) {
      if (section.end < 0) return 'not_well_formed'
      at = section.end
      continue
    }
    if (text[at + 1] === '!') return 'dtd'
    const end = text.slice(at, at + LONGEST_TAG).indexOf('>') + at
    if (end < at) return 'not_well_formed'
    if (text[at + 1] === '/') depth--
    else if (text[end - 1] !== '/') depth++
    if (depth < 0) return 'not_well_formed'
    if (depth > DEEPEST) return 'too_deep'
    if (++elements > MOST_ELEMENTS * 2) return 'too_many_elements'
    at = end + 1
  }
  return null
}

/** Where a CDATA section, a comment or the prolog that begins here ends; negative when it does not. */
function sectionAt(text: string, at: number): { end: number } | null {
  const [begin, end] = text.startsWith(CDATA, at)
    ? [CDATA, ']]>']
    : text.startsWith('<!--', at)
      ? ['<!--', '-->']
      : text.startsWith('<?', at)
        ? ['<?', '?>']
        : ['', '']
  if (!begin) return null
  const found = text.indexOf(end, at + begin.length)
  return { end: found < 0 ? -1 : found + end.length }
}
