import type { HttpContext } from '@adonisjs/core/http'
import { registry } from '../plugins/registry.ts'
import { attempt } from '../tenancy/tenancy.ts'
import type { HomeCard, HomeCardContent, HomeCardContext } from './home_card.ts'

export interface LoadedCard {
  id: string
  plugin: string
  size: 'small' | 'wide'
  /** Null when the card failed; the page says so and shows the others. */
  content: HomeCardContent | null
}

/** Cards of the active plugins that the acting role may see, in the plugins' order. Runs inside the page's scope. */
export async function loadCards(ctx: HttpContext): Promise<LoadedCard[]> {
  const place = ctx.place!
  const context: HomeCardContext = {
    tenantId: place.tenant?.id ?? null,
    tenantSlug: place.slug,
    accountId: ctx.identity!.accountId,
    can: (permission) => place.can(permission),
  }
  const loaded: LoadedCard[] = []
  // One after another: a transaction has one connection.
  for (const { plugin, card } of offered(ctx)) {
    const content = await loadCard(ctx, plugin, card, context)
    if (content !== 'empty')
      loaded.push({ id: `${plugin}.${card.id}`, plugin, size: card.size ?? 'small', content })
  }
  return loaded
}

function offered({ place }: HttpContext): { plugin: string; card: HomeCard }[] {
  const tenant = place!.tenant
  const plugins = tenant ? registry.activeIn(tenant.id) : registry.all()
  return plugins
    .flatMap((plugin) => (plugin.cards ?? []).map((card) => ({ plugin: plugin.id, card })))
    .filter(({ card }) => Boolean(card.city) === (tenant === null) && place!.can(card.permission))
    .sort((a, b) => (a.card.order ?? 50) - (b.card.order ?? 50))
}

/** Inside a savepoint, so that a failing query of one plugin leaves the others their transaction. */
async function loadCard(ctx: HttpContext, plugin: string, card: HomeCard, context: HomeCardContext) {
  try {
    const { default: load } = await card.load()
    const result = await attempt(() => load(context), [])
    return (result.ok ? result.value : null) ?? 'empty'
  } catch (error) {
    ctx.logger.error({ err: error, plugin, card: card.id }, 'home card failed')
    return null
  }
}
