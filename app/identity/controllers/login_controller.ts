import type { HttpContext } from '@adonisjs/core/http'
import { fullLoad } from '../../http/full_load.ts'
import { localPath } from '../../http/local_path.ts'
import { page } from '../../http/page.ts'
import { refuse } from '../../http/refuse.ts'
import { logIn } from '../log_in.ts'
import { forgetSession, keepSession, origin } from '../session_cookie.ts'
import { lacksSecondFactor } from '../second_factor_duty.ts'
import { identityOf, revokeSessions } from '../sessions.ts'
import { logInValidator } from '../validators/log_in.ts'

export default class LoginController {
  create(ctx: HttpContext) {
    const next = localPath(ctx.request.input('next'))
    if (ctx.identity) return ctx.response.redirect(next)
    return page(ctx, 'core/public/login', { next })
  }

  async store(ctx: HttpContext) {
    const { login, password, next } = await ctx.request.validateUsing(logInValidator)
    const result = await logIn(login, password, origin(ctx))
    if (result.outcome === 'refused') refuse(ctx, { login: 'core.login.refused' })
    if (result.outcome === 'wait') {
      refuse(ctx, { login: { text: 'core.login.wait', values: { seconds: result.seconds } } })
    }
    // Whoever was logged in in this browser is no more.
    if (ctx.identity)
      await revokeSessions(ctx.identity.accountId, 'replaced', { only: ctx.identity.session.id })
    keepSession(ctx, result.token)
    ctx.session.regenerate()
    const step = result.secondFactor ? '/login/second-factor' : await this.#duty(result.token)
    const path = localPath(next)
    return fullLoad(ctx, step ? `${step}?next=${encodeURIComponent(path)}` : path)
  }

  async destroy(ctx: HttpContext) {
    if (ctx.identity)
      await revokeSessions(ctx.identity.accountId, 'logged_out', { only: ctx.identity.session.id })
    forgetSession(ctx)
    return fullLoad(ctx, '/login')
  }

  /** Whose role demands a second factor is led to set it up before anything else. */
  async #duty(token: string) {
    const identity = await identityOf(token)
    return identity && lacksSecondFactor(identity) ? '/account/second-factor' : null
  }
}
