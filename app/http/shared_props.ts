import type { HttpContext } from '@adonisjs/core/http'
import { menuOf } from './menu.ts'
import { lacksSecondFactor } from '../identity/second_factor_duty.ts'
import { isSimulated } from './simulated.ts'
import platform from '../package.json' with { type: 'json' }

/** What every page knows. Never queries: it also runs for error pages, after a failed transaction. */
export function sharedProps(ctx: HttpContext) {
  const { identity, place, i18n } = ctx as Partial<HttpContext>
  const label = (role: string) => i18n?.t(`core.role.${role}`) ?? role
  return {
    locale: i18n?.locale ?? 'pl',
    csrfToken: (ctx.request as { csrfToken?: string }).csrfToken ?? '',
    version: platform.version,
    now: new Date().toISOString(),
    simulated: isSimulated(),
    person: identity
      ? {
          name: identity.name,
          initials: identity.initials,
          accountId: identity.accountId,
          hasSecondFactor: identity.hasSecondFactor,
          mustAddSecondFactor: lacksSecondFactor(identity),
        }
      : null,
    unit: place
      ? {
          slug: place.slug,
          name: place.tenant?.name ?? i18n?.t('core.city.name') ?? '',
          shortName: place.tenant?.shortName ?? i18n?.t('core.city.short_name') ?? '',
          kind: place.tenant?.kind ?? 'city',
        }
      : null,
    role: place ? { id: place.role, label: label(place.role) } : null,
    places: (identity?.places() ?? []).map((entry) => ({
      ...entry,
      name: entry.slug === 'city' ? i18n!.t('core.city.name') : entry.name,
      shortName: entry.slug === 'city' ? i18n!.t('core.city.short_name') : entry.shortName,
      roles: entry.roles.map((id) => ({ id, label: label(id) })),
    })),
    menu: place && i18n ? menuOf(place, i18n) : [],
    notifications: { unread: identity?.unread ?? 0 },
    flash: (ctx as Partial<HttpContext>).session?.flashMessages.get('notice') ?? null,
  }
}
