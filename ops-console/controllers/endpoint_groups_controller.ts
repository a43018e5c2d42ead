import type { HttpContext } from '@adonisjs/core/http'
import { notice, refuse } from '@unia/platform/http'
import { act } from '#ops/acting'
import { actorOf, back } from '#ops/controllers/actor'
import { unitOf } from '#ops/queries/endpoints_city'
import { groupValidator } from '#ops/validators/endpoints'

const GROUPS = 'ops_console.ops_console_endpoint_groups'

/** Which unit a group of the server belongs to, from now on; what was before stays on record. */
export default class EndpointGroupsController {
  async store(ctx: HttpContext) {
    const { group: group_path, unit } = await ctx.request.validateUsing(groupValidator)
    const tenant_id = await unitOf(unit)
    if (tenant_id === null) refuse(ctx, { unit: 'ops-console.endpoints.package.no_unit' })
    await act(ctx, tenant_id!, async (trx) => {
      await trx(GROUPS).where({ group_path }).whereNull('valid_to').update({ valid_to: new Date() })
      await trx(GROUPS).insert({ tenant_id: tenant_id!, group_path, mapped_by_name: actorOf(ctx).name })
    })
    notice(ctx, { tone: 'success', text: 'ops-console.endpoints.group.saved' })
    return back(ctx, '/city/ops-console/endpoints')
  }
}
