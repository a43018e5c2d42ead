import { createContext, useContext, useMemo } from 'react'
import type { ReactNode } from 'react'
import * as format from './format.ts'
import { extendMessages, translator } from './messages.ts'
import type { Messages } from './messages.ts'
import type { Translate } from './translate.ts'

type When = Date | string | number

export interface Formats {
  locale: 'pl' | 'en'
  formatDate: (when: When) => string
  formatDay: (when: When) => string
  formatTime: (when: When, seconds?: boolean) => string
  formatDateTime: (when: When) => string
  formatMoney: (grosze: number) => string
  formatNumber: (value: number, options?: Intl.NumberFormatOptions) => string
  /** `od 4 min`. */
  formatSince: (from: When, now?: When) => string
}

const Context = createContext<{ t: Translate; formats: Formats } | null>(null)

/** Texts and formats of one language; the school's time zone always. */
export function I18nProvider(props: { locale: 'pl' | 'en'; messages: Messages; children: ReactNode }) {
  const { locale, messages, children } = props
  const value = useMemo(() => {
    extendMessages(messages)
    const t = translator(locale)
    return { t, formats: formatsOf(locale, t) }
  }, [locale, messages])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

function formatsOf(locale: 'pl' | 'en', t: Translate): Formats {
  return {
    locale,
    formatDate: (when) => format.formatDate(locale, when),
    formatDay: (when) => format.formatDay(locale, when),
    formatTime: (when, seconds) => format.formatTime(locale, when, seconds),
    formatDateTime: (when) => format.formatDateTime(locale, when),
    formatMoney: (grosze) => format.formatMoney(locale, grosze),
    formatNumber: (value, options) => format.formatNumber(locale, value, options),
    formatSince: (from, now = Date.now()) => {
      const { count, unit } = format.span(from, now)
      return t(`ui.since.${unit}`, { count })
    },
  }
}

function useI18n() {
  const value = useContext(Context)
  if (!value) throw new Error('E_NO_I18N: the page stands outside <AppRoot>')
  return value
}

export const useT = (): Translate => useI18n().t
export const useFormats = (): Formats => useI18n().formats
