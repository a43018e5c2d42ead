import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice, page, refuse } from '@unia/platform/http'
import { act } from '#ops/acting'
import { policies } from '#ops/alarms/recipients'
import { cityTenant } from '#ops/queries/city'
import { notificationPage } from '#ops/queries/notification_page'
import { scopedKnex } from '#ops/queries/scoped'
import { policyValidator } from '#ops/validators/alarms'
import { recordId } from './record_id.ts'

/** By which steps somebody is told, and who next. */
export default class PoliciesController {
  async edit(ctx: HttpContext) {
    const knex = scopedKnex()
    const policy = (await policies(knex)).find(({ id }) => id === ctx.params.id)
    if (!policy) throw new NotFound()
    const { contacts, rotas, webhooks } = await notificationPage(knex)
    return page(ctx, 'ops-console/policy', {
      policy,
      targets: [
        ...rotas.map(({ id, name }) => ({ value: `rota:${id}`, label: name })),
        ...contacts
          .filter(({ role, active }) => active && role !== 'school')
          .map(({ id, name }) => ({ value: `contact:${id}`, label: name })),
        ...webhooks.map(({ id, name }: { id: string; name: string }) => ({
          value: `webhook:${id}`,
          label: name,
        })),
      ],
    })
  }

  async update(ctx: HttpContext) {
    const id = recordId(ctx)
    const { name, minSeverity, kinds = [], steps } = await ctx.request.validateUsing(policyValidator)
    if (steps.some((step, at) => at > 0 && step.afterMinutes <= steps[at - 1]!.afterMinutes)) {
      refuse(ctx, { steps: 'ops-console.policy.order' })
    }
    const city = await cityTenant(scopedKnex())
    const change = { name, min_severity: minSeverity, kinds, steps: JSON.stringify(steps) }
    const took = await act(ctx, city, (trx) =>
      trx('ops_console.ops_console_policies').where({ tenant_id: city, id }).update(change)
    )
    if (!took) throw new NotFound()
    notice(ctx, { tone: 'success', text: 'ops-console.policy.saved' })
    return ctx.response.redirect('/city/ops-console/notifications')
  }
}
