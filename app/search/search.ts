import type { HttpContext } from '@adonisjs/core/http'
import { registry } from '../plugins/registry.ts'
import { attempt } from '../tenancy/tenancy.ts'
import type { SearchProvider } from './search_provider.ts'
import { SEARCH_LIMIT, type FoundGroup } from './found.ts'
import { pagesFound } from './pages_found.ts'
import { unitsFound } from './units_found.ts'

const SHORTEST = 2

/** Everything the acting role may find in this place, grouped by who found it. Runs inside the request's scope. */
export async function search(ctx: HttpContext, asked: string): Promise<FoundGroup[]> {
  const query = asked.trim().slice(0, 100)
  if ([...query].length < SHORTEST) return []
  const groups: FoundGroup[] = [pagesFound(ctx, query)]
  if (!ctx.place!.tenant) groups.unshift(unitsFound(ctx, query))
  // One after another: a transaction has one connection.
  for (const { plugin, provider } of providersOf(ctx)) groups.push(await ask(ctx, plugin, provider, query))
  return groups.filter((group) => group.hits.length > 0)
}

function providersOf({ place }: HttpContext): { plugin: string; provider: SearchProvider }[] {
  const tenant = place!.tenant
  return (tenant ? registry.activeIn(tenant.id) : registry.all())
    .flatMap((plugin) => (plugin.search ?? []).map((provider) => ({ plugin: plugin.id, provider })))
    .filter(({ provider }) => Boolean(provider.city) === (tenant === null) && place!.can(provider.permission))
}

/** A provider that fails is left out; the savepoint keeps the transaction for the others. */
async function ask(
  ctx: HttpContext,
  plugin: string,
  provider: SearchProvider,
  query: string
): Promise<FoundGroup> {
  const label = ctx.i18n.t(provider.label)
  try {
    const { default: find } = await provider.load()
    const asker = { personId: ctx.identity!.person.id, can: (right: string) => ctx.place!.can(right) }
    const result = await attempt(() => find(query, SEARCH_LIMIT, asker), [])
    const hits = (result.ok ? result.value : []).slice(0, SEARCH_LIMIT).map(({ title, subtitle, path }) => ({
      title,
      subtitle: subtitle ?? null,
      href: `/${ctx.place!.slug}/${plugin}${path}`,
      icon: provider.icon,
    }))
    return { label, hits }
  } catch (error) {
    ctx.logger.error({ err: error, plugin, provider: provider.id }, 'search provider failed')
    return { label, hits: [] }
  }
}
