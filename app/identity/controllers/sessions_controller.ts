import type { HttpContext } from '@adonisjs/core/http'
import { NotFound } from '../../access/errors.ts'
import { fullLoad } from '../../http/full_load.ts'
import { notice } from '../../http/page.ts'
import { isUuid } from '../../values/uuid.ts'
import { forgetSession } from '../session_cookie.ts'
import { revokeSessions } from '../sessions.ts'

export default class SessionsController {
  async destroy(ctx: HttpContext) {
    const { accountId, session } = ctx.identity!
    const { id } = ctx.params
    if (!isUuid(id) || (await revokeSessions(accountId, 'by_owner', { only: id })) === 0) throw new NotFound()
    if (id === session.id) {
      forgetSession(ctx)
      return fullLoad(ctx, '/login')
    }
    notice(ctx, { tone: 'success', text: 'core.account.sessions.revoked', values: { count: 1 } })
    return ctx.response.redirect('/account')
  }

  async destroyOthers(ctx: HttpContext) {
    const { accountId, session } = ctx.identity!
    const count = await revokeSessions(accountId, 'by_owner', { except: session.id })
    notice(ctx, { tone: 'success', text: 'core.account.sessions.revoked', values: { count } })
    return ctx.response.redirect('/account')
  }
}
