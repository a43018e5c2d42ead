import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { isCityRole, ROLES } from '../../access/roles.ts'
import { notice, page } from '../../http/page.ts'
import { refuse } from '../../http/refuse.ts'
import { isSteppedUp } from '../../access/step_up.ts'
import { tenants } from '../../tenancy/tenants.ts'
import { warsawDay } from '../../values/days.ts'
import { day } from '../../values/vine.ts'
import { cityRoleHolders, personByLogin } from '../city_roles.ts'
import { latestGrantDay } from '../grantable.ts'
import { isOwnRequest, requestRole, waitingRequests } from '../role_requests.ts'

const asked = vine.create({
  login: vine.string().trim().maxLength(254),
  role: vine.string().maxLength(64),
  validTo: day(),
  reason: vine.string().trim().minLength(5).maxLength(300),
})

/** Roles of the whole city: asked for by one administrator, approved by another. */
export default class CityRolesController {
  async index(ctx: HttpContext) {
    const { identity, i18n } = ctx
    const label = (role: string) => i18n.t(`core.role.${role}`)
    const me = { accountId: identity!.accountId, personId: identity!.person.id }
    const mayGrant = ctx.place!.can('core.city_role.grant')
    return page(ctx, 'core/memberships/city', {
      holders: (await cityRoleHolders()).map((row) => ({ ...row, roleLabel: label(row.role) })),
      requests: (await waitingRequests(null)).map((request) => ({
        ...request,
        roleLabel: label(request.role),
        where: tenants.byId(request.tenantId)?.shortName ?? '',
        mayDecide: mayGrant && !isOwnRequest(request, me),
      })),
      roles: Object.keys(ROLES)
        .filter((role) => isCityRole(role))
        .map((value) => ({ value, label: label(value) })),
      latest: latestGrantDay(warsawDay()),
      mayGrant,
      proved: isSteppedUp(identity!.session),
    })
  }

  async store(ctx: HttpContext) {
    const { login, role, validTo, reason } = await ctx.request.validateUsing(asked)
    if (!isCityRole(role)) refuse(ctx, { role: 'core.memberships.refused.role' })
    if (validTo < warsawDay()) refuse(ctx, { validTo: 'core.memberships.refused.past' })
    if (validTo > latestGrantDay(warsawDay())) refuse(ctx, { validTo: 'core.memberships.refused.late' })
    const personId = await personByLogin(login)
    if (!personId) refuse(ctx, { login: 'core.city_roles.unknown_login' })
    if (personId === ctx.identity!.person.id) refuse(ctx, { login: 'core.memberships.refused.own' })
    const waits = await requestRole(
      tenants.cityId!,
      { personId, role, validTo, reason },
      ctx.identity!.accountId
    )
    if (!waits) refuse(ctx, { role: 'core.memberships.refused.waits' })
    notice(ctx, {
      tone: 'success',
      text: 'core.memberships.requested',
      values: { role: ctx.i18n.t(`core.role.${role}`) },
    })
    return ctx.response.redirect('/city/roles')
  }
}
