import { readFileSync } from 'node:fs'

/** Language of the launcher: 'pl' or 'en'. */
export const language = process.env.UNIA_LANG === 'en' ? 'en' : 'pl'
const texts = JSON.parse(readFileSync(new URL(`./${language}.json`, import.meta.url), 'utf8'))

/**
 * Text of the launcher in Polish, or English with UNIA_LANG=en. Plain JavaScript: it speaks before packages are in.
 *
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function message(key, values = {}) {
  const text = texts[key] ?? key
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
}

/** @param {string} key */
export const hasMessage = (key) => key in texts
