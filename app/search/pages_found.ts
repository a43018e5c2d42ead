import type { HttpContext } from '@adonisjs/core/http'
import { menuOf } from '../http/menu.ts'
import { matchesWords } from './fold.ts'
import { SEARCH_LIMIT, type FoundGroup } from './found.ts'

/** Pages the person may open, by the words of the menu; the account is at hand everywhere. */
export function pagesFound({ place, i18n }: HttpContext, query: string): FoundGroup {
  const account = {
    label: i18n.t('core.account.title'),
    subtitle: null,
    href: '/account',
    icon: 'user-circle',
  }
  const entries = menuOf(place!, i18n).flatMap(({ label: subtitle, items }) =>
    items.map(({ label, icon, href }) => ({ label, icon, href, subtitle }))
  )
  const hits = [...entries, account]
    .filter(({ label }) => matchesWords(label, query))
    .slice(0, SEARCH_LIMIT)
    .map(({ label, ...hit }) => ({ title: label, ...hit }))
  return { label: i18n.t('core.search.pages'), hits }
}
