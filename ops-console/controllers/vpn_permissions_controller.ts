import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, refuse } from '@unia/platform/http'
import { act, opsPool } from '#ops/acting'
import { actorOf, back } from '#ops/controllers/actor'
import { recordId } from '#ops/controllers/record_id'
import { nextVpnStates } from '#ops/endpoints/vpn_states'
import { vpnDecisionValidator } from '#ops/validators/endpoints'

const TABLE = 'ops_console.ops_console_vpn_permissions'

/** Permission to enter the office network: asked for by a local administrator, decided by the IT department. */
export default class VpnPermissionsController {
  async store(ctx: HttpContext) {
    const tenant_id = ctx.place!.tenant!.id
    const { id, name } = actorOf(ctx)
    await act(ctx, tenant_id, (trx) =>
      trx(TABLE)
        .insert({ tenant_id, account_id: id, person_name: name, state: 'requested' })
        .onConflict(trx.raw(`(tenant_id, account_id) where state in ('requested', 'granted')`))
        .ignore()
    )
    notice(ctx, { tone: 'success', text: 'ops-console.endpoints.vpn.asked' })
    return ctx.response.redirect(`/${ctx.place!.slug}/ops-console/endpoints`)
  }

  async update(ctx: HttpContext) {
    const { to } = await ctx.request.validateUsing(vpnDecisionValidator)
    const id = recordId(ctx)
    const found = await opsPool()(TABLE).where({ id }).first()
    if (!found) throw new NotFound()
    const by = actorOf(ctx).name
    const decided = await act(ctx, found.tenant_id, async (trx) => {
      const row = await trx(TABLE).where({ tenant_id: found.tenant_id, id }).forUpdate().first()
      if (!nextVpnStates(row.state).includes(to)) return false
      const at = new Date()
      await trx(TABLE)
        .where({ tenant_id: found.tenant_id, id })
        .update(
          to === 'revoked'
            ? { state: to, revoked_at: at, revoked_by_name: by }
            : { state: to, decided_at: at, decided_by_name: by }
        )
      return true
    })
    if (!decided) refuse(ctx, { to: 'ops-console.endpoints.vpn.too_late' })
    notice(ctx, { tone: 'success', text: `ops-console.endpoints.vpn.now.${to}` })
    return back(ctx, '/city/ops-console/endpoints')
  }
}
