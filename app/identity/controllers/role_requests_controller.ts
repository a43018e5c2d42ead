import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden, NotFound } from '../../access/errors.ts'
import { notice } from '../../http/page.ts'
import { recordId } from '../../http/record_id.ts'
import { warsawDay } from '../../values/days.ts'
import { decideRequest } from '../role_requests.ts'

/** The second person's answer to a request for a weighty role. */
export default class RoleRequestsController {
  approve(ctx: HttpContext) {
    return this.#decide(ctx, true)
  }

  refuse(ctx: HttpContext) {
    return this.#decide(ctx, false)
  }

  async #decide(ctx: HttpContext, approve: boolean) {
    const id = recordId(ctx)
    const { accountId, person } = ctx.identity!
    const tenantId = ctx.place!.tenant?.id ?? null
    const by = { accountId, personId: person.id, tenantId, today: warsawDay() }
    const decision = await decideRequest(id, approve, by)
    if (decision === 'not_found') throw new NotFound()
    if (decision === 'own') throw new Forbidden()
    notice(ctx, {
      tone: decision === 'past' ? 'error' : 'success',
      text: `core.role_requests.${decision}`,
    })
    return ctx.response.redirect(`/${ctx.place!.slug}/${tenantId ? 'memberships' : 'roles'}`)
  }
}
