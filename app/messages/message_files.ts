import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Files that hold a room's texts in one language: `messages/<locale>.json`, and for a room with many of them
 * `messages/<locale>/<topic>.json` beside it.
 */
export function messageFiles(folder: string, locale: string): string[] {
  const one = join(folder, 'messages', `${locale}.json`)
  const more = join(folder, 'messages', locale)
  const topics = existsSync(more) ? readdirSync(more).filter((name) => name.endsWith('.json')) : []
  return [...(existsSync(one) ? [one] : []), ...topics.sort().map((name) => join(more, name))]
}

/**
 * All texts of a room by key; null when it has none in this language.
 * @throws Error `E_DUPLICATE_MESSAGE` when a key stands in two of its files
 */
export function readMessages(folder: string, locale: string): Record<string, string> | null {
  const files = messageFiles(folder, locale)
  if (!files.length) return null
  const all: Record<string, string> = {}
  for (const file of files) {
    for (const [key, text] of Object.entries(
      JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
    )) {
      if (key in all) throw new Error(`E_DUPLICATE_MESSAGE: "${key}" stands again in ${file}`)
      all[key] = text
    }
  }
  return all
}
