import type { HttpContext } from '@adonisjs/core/http'
import { act } from '#ops/acting'
import { keepTicket, note } from '#ops/alarms/acknowledge'
import { noteValidator, ticketValidator } from '#ops/validators/alarms'
import { actorOf, back } from './actor.ts'
import { incidentOf } from './incident_of.ts'

/** What people add to an incident: comments, and the contractor's number for it. */
export default class IncidentNotesController {
  async store(ctx: HttpContext) {
    const key = await incidentOf(ctx)
    const { text } = await ctx.request.validateUsing(noteValidator)
    await act(ctx, key.tenantId, (trx) => note(trx, key, actorOf(ctx), text, new Date()))
    return back(ctx, `/city/ops-console/incidents/${key.id}`)
  }

  async ticket(ctx: HttpContext) {
    const key = await incidentOf(ctx)
    const { ticket } = await ctx.request.validateUsing(ticketValidator)
    await act(ctx, key.tenantId, (trx) => keepTicket(trx, key, actorOf(ctx), ticket || null, new Date()))
    return back(ctx, `/city/ops-console/incidents/${key.id}`)
  }
}
