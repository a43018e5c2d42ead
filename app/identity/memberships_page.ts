import type { HttpContext } from '@adonisjs/core/http'
import type { ListQuery } from '../http/paging.ts'
import { isSteppedUp } from '../access/step_up.ts'
import { warsawDay } from '../values/days.ts'
import { grantableRoles, latestGrantDay } from './grantable.ts'
import { isOwnRequest, waitingRequests } from './role_requests.ts'
import { membersList, rolesHeldIn, staffOf } from './members_list.ts'

/** The list of roles held in a unit, and what the person looking at it may give and take. */
export async function membershipsPage({ identity, place, i18n }: HttpContext, list: ListQuery) {
  const tenantId = place!.tenant!.id
  const { rows, total } = await membersList(tenantId, list)
  const label = (id: string) => ({ id, label: i18n.t(`core.role.${id}`) })
  const grantable = place!.can('core.membership.grant') ? grantableRoles(place!.role) : []
  const me = { accountId: identity!.accountId, personId: identity!.person.id }
  return {
    list: { ...list, total },
    rows: rows.map((row) => ({
      ...row,
      roleLabel: i18n.t(`core.role.${row.role}`),
      mayEnd:
        row.source === 'manual' &&
        row.personId !== identity!.person.id &&
        grantable.includes(row.role as never),
    })),
    heldRoles: (await rolesHeldIn(tenantId)).map(label),
    grantable: grantable.map(label),
    staff: grantable.length ? (await staffOf(tenantId)).filter(({ id }) => id !== identity!.person.id) : [],
    requests: (await waitingRequests(tenantId)).map((request) => ({
      ...request,
      roleLabel: i18n.t(`core.role.${request.role}`),
      mayDecide: grantable.length > 0 && !isOwnRequest(request, me),
    })),
    latest: latestGrantDay(warsawDay()),
    proved: isSteppedUp(identity!.session),
  }
}
