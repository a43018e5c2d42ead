import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '@unia/platform/http'
import type { Link } from '#ops/inventory/link'
import { findLink } from '#ops/queries/link_rollout'
import { scopedKnex } from '#ops/queries/scoped'
import type { Actor } from '#ops/rollout/advance'

/** The link named in the address, as far as this place may see it. */
export async function linkOf(ctx: HttpContext): Promise<Link> {
  const link = await findLink(scopedKnex(), ctx.params.link)
  if (!link) throw new NotFound()
  return link
}

export const actorOf = ({ identity }: HttpContext): Actor => ({
  id: identity!.accountId,
  name: identity!.name,
})

/** Back to the link's page, in the city or in the unit. */
export const linkHref = ({ place }: HttpContext, link: Pick<Link, 'id'>) =>
  place!.tenant ? `/${place!.slug}/ops-console/rollout` : `/city/ops-console/rollout/${link.id}`
