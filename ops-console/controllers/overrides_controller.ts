import type { HttpContext } from '@adonisjs/core/http'
import type { Knex } from 'knex'
import { NotFound, notice, refuse } from '@unia/platform/http'
import { act } from '#ops/acting'
import { onCallAt, shifts, turnStart, type Rota } from '#ops/alarms/on_call'
import { contacts, overrides, rotas } from '#ops/alarms/recipients'
import { cityTenant } from '#ops/queries/city'
import { scopedKnex } from '#ops/queries/scoped'
import { overrideValidator } from '#ops/validators/alarms'
import { momentOf } from '#ops/validators/moments'
import { actorOf } from './actor.ts'
import { recordId } from './record_id.ts'

const TABLE = 'ops_console.ops_console_rota_overrides'
const PAGE = '/city/ops-console/on-call'

/** Somebody takes over for a while; in a swap the one who is relieved takes the other's next turn. */
export default class OverridesController {
  async store(ctx: HttpContext) {
    const knex = scopedKnex()
    const rota = (await rotas(knex)).find(({ id }) => id === ctx.params.id)
    if (!rota) throw new NotFound()
    const asked = await ctx.request.validateUsing(overrideValidator)
    const [startsAt, endsAt] = [momentOf(asked, 'starts'), momentOf(asked, 'ends')]
    if (!startsAt || !endsAt || endsAt <= startsAt)
      refuse(ctx, { endsDay: 'ops-console.window.end_before_start' })
    const people = await contacts(knex)
    if (!people.some(({ id }) => id === asked.contactId))
      refuse(ctx, { contactId: 'ops-console.on_call.unknown' })
    const one = { contactId: asked.contactId, startsAt, endsAt }
    const other = asked.kind === 'swap' ? await this.#inReturn(knex, rota, one) : null
    if (asked.kind === 'swap' && !other) refuse(ctx, { contactId: 'ops-console.on_call.no_turn' })
    const city = await cityTenant(knex)
    await act(ctx, city, (trx) =>
      trx(TABLE).insert(
        [one, ...(other ? [other] : [])].map((row) => ({
          ...{ tenant_id: city, rota_id: rota.id, contact_id: row.contactId, kind: asked.kind },
          ...{ starts_at: row.startsAt, ends_at: row.endsAt, reason: asked.reason },
          author_name: actorOf(ctx).name,
        }))
      )
    )
    notice(ctx, { tone: 'success', text: 'ops-console.on_call.changed' })
    return ctx.response.redirect(PAGE)
  }

  async destroy(ctx: HttpContext) {
    const [rota_id, id] = [recordId(ctx), recordId(ctx, 'override')]
    const city = await cityTenant(scopedKnex())
    const gone = await act(ctx, city, (trx) => trx(TABLE).where({ tenant_id: city, rota_id, id }).delete())
    if (!gone) throw new NotFound()
    notice(ctx, { tone: 'success', text: 'ops-console.on_call.changed' })
    return ctx.response.redirect(PAGE)
  }

  /** The next regular turn of the one who helps, after the swapped time, goes to the one who is relieved. */
  async #inReturn(knex: Knex, rota: Rota, one: { contactId: string; startsAt: Date; endsAt: Date }) {
    const changes = (await overrides(knex, one.startsAt)).get(rota.id) ?? []
    const relieved = onCallAt(rota, changes, one.startsAt)
    if (!relieved || relieved === one.contactId) return null
    const far = turnStart(rota, 0).getTime()
    const until = new Date(Math.max(far, one.endsAt.getTime()) + 400 * 86_400_000)
    const turn = shifts(rota, changes, one.endsAt, until).find(({ contactId }) => contactId === one.contactId)
    return turn ? { contactId: relieved, startsAt: turn.from, endsAt: turn.until } : null
  }
}
