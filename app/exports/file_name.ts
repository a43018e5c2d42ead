const FOLDED: Record<string, string> = { ł: 'l', Ł: 'L', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae' }

/** Name of an exported file, in plain ASCII: `sp-12-lista-uczniow-2026-11-23.csv`. Without a unit it begins with `miasto`. */
export function exportFileName(unit: string | null, name: string, date: string, extension: string): string {
  return [unit ?? 'miasto', name, date].map(folded).filter(Boolean).join('-') + `.${extension}`
}

const folded = (text: string) =>
  text
    .replace(/[łŁđøßæ]/g, (letter) => FOLDED[letter])
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
