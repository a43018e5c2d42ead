import { IntlMessageFormat } from 'intl-messageformat'
import { TIME_ZONE } from './format.ts'
import type { Translate } from './translate.ts'

export type Messages = Record<string, string>

const texts: Messages = {}
const formats = new Map<string, IntlMessageFormat>()
const told = new Set<string>()

/** Adds the texts of a plugin that is being opened. */
export function extendMessages(messages: Messages): void {
  if (Object.entries(messages).every(([key, text]) => texts[key] === text)) return
  Object.assign(texts, messages)
  formats.clear()
}

const has = (key: string): boolean => Object.hasOwn(texts, key)

/** ICU messages, parsed once. Plain texts never reach the parser. */
export function translator(locale: string): Translate {
  return (key, values) => {
    if (!has(key)) return missing(key)
    const text = texts[key]!
    if (!/[{}'<]/.test(text)) return text
    const id = `${locale}:${key}`
    let format = formats.get(id)
    if (!format) {
      format = new IntlMessageFormat(
        text,
        locale,
        { date: {}, time: {} },
        { ignoreTag: true, formatters: zoned }
      )
      formats.set(id, format)
    }
    return String(format.format(values))
  }
}

const zoned = {
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...args),
  getDateTimeFormat: (locales?: Intl.LocalesArgument, options?: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales, { ...options, timeZone: TIME_ZONE }),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
}

function missing(key: string): string {
  if (import.meta.env?.DEV && !told.has(key)) {
    told.add(key)
    console.warn(`Message "${key}" does not exist`)
  }
  return key
}
