import type { HttpContext } from '@adonisjs/core/http'
import { isMonth, monthBefore, monthOf } from './month.ts'

export const slaTemplate = new URL('../printouts/sla.typ', import.meta.url)

/** The month in the address or the form; without one the last that is over. */
export function monthAsked({ request }: HttpContext): string {
  const asked: unknown = request.input('month')
  return isMonth(asked) ? asked : monthBefore(monthOf(new Date()))
}

export function versionAsked({ request }: HttpContext): number | null {
  const version = Number(request.qs().version)
  return Number.isInteger(version) && version > 0 ? version : null
}

export const languageOf = ({ i18n }: HttpContext) => (i18n.locale === 'en' ? 'en' : 'pl')

/** Translations and the way numbers and dates are written, for documents. */
export const wordsOf = (ctx: HttpContext) => ({
  t: (key: string, values?: Record<string, string | number>) => ctx.i18n.t(key, values),
  locale: languageOf(ctx) === 'en' ? 'en-GB' : 'pl-PL',
})
