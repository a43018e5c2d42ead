/** Whether every word of the query occurs somewhere in the texts, whatever the case. An empty query matches. */
export function matches(query: string, texts: string[]): boolean {
  const words = query.toLocaleLowerCase('pl').split(/\s+/).filter(Boolean)
  const whole = texts.join(' ').toLocaleLowerCase('pl')
  return words.every((word) => whole.includes(word))
}
