import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import { schoolZone } from '@unia/platform/values'

const FOLDER = fileURLToPath(new URL('../messages/', import.meta.url))
const texts = new Map<string, Record<string, string>>()

export type Locale = 'pl' | 'en'
export type Values = Record<string, string | number | null | undefined>

/** The console's own texts, for a process without the framework. An unknown key answers null. */
export function word(locale: Locale, key: string, values: Values = {}): string | null {
  const text = read(locale)[`ops-console.${key}`]
  if (text === undefined) return null
  return String(new IntlMessageFormat(text, locale).format(values))
}

/** `24.11.2026, 12:05` as read in Warsaw. */
export const moment = (locale: Locale, at: string | Date): string =>
  new Intl.DateTimeFormat(locale === 'pl' ? 'pl-PL' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: schoolZone,
  }).format(new Date(at))

function read(locale: Locale): Record<string, string> {
  const known = texts.get(locale)
  if (known) return known
  const topics = join(FOLDER, locale)
  const files = [
    join(FOLDER, `${locale}.json`),
    ...(existsSync(topics) ? readdirSync(topics).map((name) => join(topics, name)) : []),
  ]
  const all = Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, 'utf8'))))
  texts.set(locale, all)
  return all
}
