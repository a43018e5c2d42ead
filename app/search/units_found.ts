import type { HttpContext } from '@adonisjs/core/http'
import { CITY_SLUG, tenants } from '../tenancy/tenants.ts'
import { fold, matchesWords } from './fold.ts'
import { SEARCH_LIMIT, type FoundGroup } from './found.ts'

/** Units by name, short name or code; a hit leads into the unit when the person holds a role there, else to the list. */
export function unitsFound({ identity, i18n }: HttpContext, query: string): FoundGroup {
  const hits = tenants
    .all()
    .filter(({ slug, status }) => status === 'open' && slug !== CITY_SLUG)
    .filter(({ slug, name, shortName }) =>
      matchesWords(`${slug} ${slug.replaceAll('-', '')} ${shortName} ${name}`, query)
    )
    .sort((a, b) => Number(fold(b.slug) === fold(query)) - Number(fold(a.slug) === fold(query)))
    .slice(0, SEARCH_LIMIT)
    .map(({ id, slug, name, shortName }) => ({
      title: shortName,
      subtitle: name,
      href: identity!.rolesIn(id).length ? `/${slug}` : `/city/units?q=${encodeURIComponent(slug)}`,
      icon: 'building-community',
    }))
  return { label: i18n.t('core.search.units'), hits }
}
