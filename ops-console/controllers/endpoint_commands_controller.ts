import type { HttpContext } from '@adonisjs/core/http'
import { NotFound, notice } from '@unia/platform/http'
import { act } from '#ops/acting'
import { actorOf } from '#ops/controllers/actor'
import { scopedKnex } from '#ops/queries/scoped'
import { commandValidator } from '#ops/validators/endpoints'

const DAY_MS = 86_400_000

/** Scans, updates and quarantine of the own computers. The collector sends what is written down here. */
export default class EndpointCommandsController {
  async store(ctx: HttpContext) {
    const { command, requestKey, computers } = await ctx.request.validateUsing(commandValidator)
    const tenant_id = ctx.place!.tenant!.id
    const ids = [...new Set(computers)]
    const found: { unique_id: string; name: string }[] = await scopedKnex()(
      'ops_console.ops_console_computers'
    )
      .where({ tenant_id })
      .whereIn('id', ids)
      .whereNull('gone_at')
      .select('unique_id', 'name')
    if (found.length !== ids.length) throw new NotFound()
    const { id: requested_by, name: requested_by_name } = actorOf(ctx)
    await act(ctx, tenant_id, async (trx) => {
      const [row] = await trx('ops_console.ops_console_commands')
        .insert({
          ...{
            tenant_id,
            request_key: requestKey,
            command,
            state: 'queued',
            requested_by,
            requested_by_name,
          },
          deadline: new Date(Date.now() + DAY_MS),
        })
        .onConflict(['tenant_id', 'request_key'])
        .ignore()
        .returning('id')
      if (!row) return
      await trx('ops_console.ops_console_command_results').insert(
        found.map((one) => ({
          ...{ tenant_id, command_id: row.id, unique_id: one.unique_id, computer_name: one.name },
        }))
      )
    })
    notice(ctx, {
      ...{ tone: 'success', text: 'ops-console.endpoints.command.ordered' },
      values: { count: ids.length },
    })
    return ctx.response.redirect(`/${ctx.place!.slug}/ops-console/endpoints`)
  }
}
