import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden, NotFound } from '../../access/errors.ts'
import { notice, page } from '../../http/page.ts'
import { listQuery } from '../../http/paging.ts'
import { refuse } from '../../http/refuse.ts'
import { warsawDay } from '../../values/days.ts'
import { isUuid } from '../../values/uuid.ts'
import { endMembership, grantRole, type Granter } from '../memberships.ts'
import { membershipsPage } from '../memberships_page.ts'
import { membershipValidator } from '../validators/membership.ts'

const FIELD = {
  role: 'role',
  own: 'personId',
  stranger: 'personId',
  held: 'role',
  late: 'validTo',
  past: 'validTo',
  waits: 'role',
}

export default class MembershipsController {
  async index(ctx: HttpContext) {
    const list = listQuery(ctx, { sort: ['name', 'role', 'validTo'], filters: ['role'] })
    return page(ctx, 'core/memberships/index', await membershipsPage(ctx, list))
  }

  async store(ctx: HttpContext) {
    const grant = await ctx.request.validateUsing(membershipValidator)
    const granting = await grantRole(grant, granter(ctx))
    if (granting.outcome === 'refused')
      refuse(ctx, { [FIELD[granting.why]]: `core.memberships.refused.${granting.why}` })
    notice(ctx, {
      tone: 'success',
      text: `core.memberships.${granting.outcome}`,
      values: { role: roleName(ctx, grant.role) },
    })
    return ctx.response.redirect(`/${ctx.place!.slug}/memberships`)
  }

  async destroy(ctx: HttpContext) {
    if (!isUuid(ctx.params.id)) throw new NotFound()
    const ending = await endMembership(ctx.params.id, granter(ctx))
    if (ending.outcome === 'not_found') throw new NotFound()
    if (ending.outcome !== 'ended') throw new Forbidden()
    const undo = `/${ctx.place!.slug}/memberships?${new URLSearchParams({ ...ending.grant })}`
    notice(ctx, {
      tone: 'success',
      text: 'core.memberships.ended',
      values: { role: roleName(ctx, ending.grant.role) },
      undo: { href: undo, method: 'post', label: 'core.undo' },
    })
    return ctx.response.redirect(`/${ctx.place!.slug}/memberships`)
  }
}

const granter = ({ identity, place }: HttpContext): Granter => ({
  personId: identity!.person.id,
  accountId: identity!.accountId,
  role: place!.role,
  today: warsawDay(),
})

const roleName = ({ i18n }: HttpContext, role: string) => i18n.t(`core.role.${role}`)
