import type { HttpContext } from '@adonisjs/core/http'
import { listQuery, page } from '@unia/platform/http'
import { deskFigures, deskPeople } from '@unia/platform/memberships'

/** Who belongs to the unit, and what each needs so that they can log in. */
export default class PeopleController {
  async index(ctx: HttpContext) {
    const list = listQuery(ctx, { sort: ['name', 'lastLogin', 'endsOn'], filters: ['need', 'role'] })
    const tenantId = ctx.place!.tenant!.id
    const { rows, total } = await deskPeople(tenantId, list)
    return page(ctx, 'users/people/index', {
      list: { ...list, total },
      rows: rows.map((row) => ({
        ...row,
        roleLabels: row.roles.map((role) => ctx.i18n.t(`core.role.${role}`)),
      })),
      figures: await deskFigures(tenantId),
      mayInvite: ctx.place!.can('users.invitation.issue'),
    })
  }
}
