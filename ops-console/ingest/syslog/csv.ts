const MOST_COLUMNS = 256

/** Columns of one CSV line (RFC 4180): a quoted column may hold commas and doubled quotes. What breaks off is kept. */
export function csvColumns(line: string): string[] {
  const columns: string[] = []
  let at = 0
  while (at <= line.length && columns.length < MOST_COLUMNS) {
    if (line[at] === '"') {
      const { text, end } = quoted(line, at + 1)
      columns.push(text)
      const comma = line.indexOf(',', end)
      if (comma < 0) break
      at = comma + 1
      continue
    }
    const comma = line.indexOf(',', at)
    columns.push(comma < 0 ? line.slice(at) : line.slice(at, comma))
    if (comma < 0) break
    at = comma + 1
  }
  return columns
}

function quoted(line: string, start: number): { text: string; end: number } {
  let text = ''
  let from = start
  for (;;) {
    const quote = line.indexOf('"', from)
    if (quote < 0) return { text: text + line.slice(from), end: line.length }
    text += line.slice(from, quote)
    if (line[quote + 1] !== '"') return { text, end: quote + 1 }
    text += '"'
    from = quote + 2
  }
}
