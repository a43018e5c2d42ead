import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden, NotFound } from '../../access/errors.ts'
import { tenants } from '../../tenancy/tenants.ts'
import { chooseRole } from '../acting_role.ts'
import { actingRoleValidator } from '../validators/account.ts'

export default class ActingRoleController {
  async store(ctx: HttpContext) {
    const { role } = await ctx.request.validateUsing(actingRoleValidator)
    const slug: string = ctx.params.unit ?? 'city'
    const held = this.#held(ctx, slug)
    if (held.length === 0) throw new NotFound()
    if (!held.includes(role)) throw new Forbidden()
    await chooseRole(ctx.identity!.session.id, slug, role)
    return ctx.response.redirect(`/${slug}`)
  }

  #held({ identity }: HttpContext, slug: string): string[] {
    if (slug === 'city') return identity!.cityRoles()
    const tenant = tenants.bySlug(slug)
    return tenant?.status === 'open' ? identity!.rolesIn(tenant.id) : []
  }
}
