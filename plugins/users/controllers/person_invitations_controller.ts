import type { HttpContext } from '@adonisjs/core/http'
import { logReading, NotFound, page, recordId } from '@unia/platform/http'
import { inviteOne } from '#users/models/inviting'

const CODE = 'invitation-code'

/** A code for one person, shown once. */
export default class PersonInvitationsController {
  async store(ctx: HttpContext) {
    const invited = await inviteOne(recordId(ctx, 'person'), ctx.place!.tenant!.id)
    if (!invited) throw new NotFound()
    ctx.session.flash(CODE, invited)
    return ctx.response.redirect(`/${ctx.place!.slug}/users/people/${ctx.params.person}/invitation`)
  }

  async show(ctx: HttpContext) {
    const invited = ctx.session.flashMessages.get(CODE) as object | undefined
    if (!invited) return ctx.response.redirect(`/${ctx.place!.slug}/users/people`)
    await logReading(ctx, { action: 'read', object: 'identity_invitations', objectId: ctx.params.person })
    return page(ctx, 'users/people/invitation', { invited })
  }
}
