const WORDS = /[\p{L}\p{N}][\p{L}\p{N}._:-]*/gu
const PARTS = /[._:-]+/
const ADDRESS = /^[\d.:]+$/
const MOST_WORDS = 80
const LONGEST_WORD = 60

/** Lower case without Polish diacritics, so that `zolw` finds `Żółw`. */
export function plain(text: string): string {
  const lower = text.toLowerCase()
  // Most messages are ASCII, where nothing is to be taken away.
  if (/^[\x00-\x7f]*$/.test(lower)) return lower
  return lower.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')
}

/** Words of a text as they are found: whole (`evil.example.com`), and in their parts (`example`). */
export function wordsOf(text: string, into = new Set<string>()): Set<string> {
  for (const [found] of plain(text).matchAll(WORDS)) {
    if (into.size >= MOST_WORDS) break
    const word = found.replace(/[._:-]+$/, '').slice(0, LONGEST_WORD)
    into.add(word)
    if (ADDRESS.test(word) || !PARTS.test(word)) continue
    for (const part of word.split(PARTS)) if (part.length > 1 && into.size < MOST_WORDS) into.add(part)
  }
  return into
}

interface Searchable {
  message: string
  fields: Record<string, string | number>
  people: readonly string[]
}

/**
 * Search vector of an event as PostgreSQL reads it. Words of names carry weight A, all others D: who may not see names
 * searches D only, so that a name cannot be guessed by searching for it.
 */
export function searchVector({ message, fields, people }: Searchable): string {
  const names = new Set<string>()
  for (const name of people) wordsOf(name, names)
  const rest = new Set<string>()
  const nameless = (text: string) => people.reduce((left, name) => left.replaceAll(name, ' '), text)
  wordsOf(nameless(message), rest)
  for (const value of Object.values(fields)) wordsOf(nameless(String(value)), rest)
  const lexemes: string[] = []
  for (const word of rest) lexemes.push(`'${word}':1`)
  for (const word of names) if (!rest.has(word)) lexemes.push(`'${word}':1A`)
  return lexemes.join(' ')
}

/** Query for all words that a person typed, each also as a beginning; null when there is no word in it. */
export function searchQuery(text: string, { people }: { people: boolean }): string | null {
  const weight = people ? '' : 'D'
  const term = (word: string) => `'${word}':*${weight}`
  const words = [...plain(text).matchAll(WORDS)].slice(0, 12).map(([found]) => found.replace(/[._:-]+$/, ''))
  const terms = words.map((word) => {
    const parts = ADDRESS.test(word) ? [] : word.split(PARTS).filter((part) => part.length > 1)
    return parts.length > 1 ? `(${term(word)} | (${parts.map(term).join(' & ')}))` : term(word)
  })
  return terms.length ? terms.join(' & ') : null
}
