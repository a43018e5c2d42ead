import type { HttpContext } from '@adonisjs/core/http'
import { fullLoad } from '../../http/full_load.ts'
import { page } from '../../http/page.ts'
import { refuse } from '../../http/refuse.ts'
import { activate, joinAccount, recover, type Activation } from '../activation/activate.ts'
import { askAgain } from '../activation/ask_again.ts'
import { isPupilOnly, pendingInvitation, type Pending } from '../activation/pending.ts'
import { typedDay } from '../activation/typed_day.ts'
import { forgetTold, toldInvitation, tell } from '../activation/told.ts'
import { redeem } from '../invitations/redeem.ts'
import { keepSession, origin } from '../session_cookie.ts'
import { newAccountValidator, newPasswordByCodeValidator, startValidator } from '../validators/start.ts'

/** From the letter with a code to an account: code and a child's birth date, then a login name and a password. */
export default class StartController {
  async create(ctx: HttpContext) {
    const code = String(ctx.request.input('code') ?? ctx.request.input('kod') ?? '').slice(0, 40)
    return page(ctx, 'core/public/start', {
      code,
      expired: Boolean(ctx.session.flashMessages.get('expired')),
    })
  }

  async store(ctx: HttpContext) {
    const { code, birthDate } = await ctx.request.validateUsing(startValidator)
    if (birthDate && !typedDay(birthDate)) refuse(ctx, { birthDate: 'core.start.birth_date.unreadable' })
    const result = await redeem(code, typedDay(birthDate ?? ''), ctx.request.ip())
    if (result.outcome === 'wait')
      refuse(ctx, { code: { text: 'core.login.wait', values: { seconds: result.seconds } } })
    if (result.outcome === 'wrong') refuse(ctx, { code: 'core.start.wrong' })
    tell(ctx, result.invitationId)
    if (result.outcome === 'good') return ctx.response.redirect('/start/account')
    ctx.session.flash('expired', true)
    return ctx.response.redirect('/start')
  }

  /** A new letter instead of an expired one: the unit hears that it is wanted. */
  async askAgain(ctx: HttpContext) {
    const told = toldInvitation(ctx)
    if (told) await askAgain(told)
    forgetTold(ctx)
    return page(ctx, 'core/public/start_asked')
  }

  async account(ctx: HttpContext) {
    const pending = await this.#pending(ctx)
    if (!pending) return ctx.response.redirect('/start')
    return page(ctx, 'core/public/start_account', {
      givenNames: pending.givenNames.split(' ')[0],
      mode: pending.kind === 'recovery' ? 'recover' : pending.accountId ? 'join' : 'open',
      loginName: pending.kind === 'recovery' ? pending.loginName : (pending.freeEmail ?? ''),
      pupil: isPupilOnly(pending),
    })
  }

  async open(ctx: HttpContext) {
    const form = await ctx.request.validateUsing(newAccountValidator)
    const told = toldInvitation(ctx)
    if (!told) return fullLoad(ctx, '/start')
    return this.#enter(ctx, await activate(told, { ...form, locale: ctx.i18n.locale }, origin(ctx)))
  }

  async recover(ctx: HttpContext) {
    const { password } = await ctx.request.validateUsing(newPasswordByCodeValidator)
    const told = toldInvitation(ctx)
    if (!told) return fullLoad(ctx, '/start')
    return this.#enter(ctx, await recover(told, password, origin(ctx)), '/')
  }

  async join(ctx: HttpContext) {
    const form = await ctx.request.validateUsing(newAccountValidator)
    const told = toldInvitation(ctx)
    const result = told ? await joinAccount(told, form, origin(ctx)) : ({ outcome: 'gone' } as const)
    if (result.outcome === 'gone') return fullLoad(ctx, '/start')
    if (result.outcome === 'refused') refuse(ctx, { login: 'core.login.refused' })
    if (result.outcome === 'wait')
      refuse(ctx, { login: { text: 'core.login.wait', values: { seconds: result.seconds } } })
    forgetTold(ctx)
    keepSession(ctx, result.token)
    ctx.session.regenerate()
    return fullLoad(
      ctx,
      result.secondFactor ? '/login/second-factor?next=/account/welcome' : '/account/welcome'
    )
  }

  #enter(ctx: HttpContext, result: Activation, path = '/account/welcome') {
    if (result.outcome === 'gone') return fullLoad(ctx, '/start')
    if (result.outcome === 'has_account') return ctx.response.redirect('/start/account')
    if (result.outcome === 'login_taken') refuse(ctx, { login: 'core.start.login_taken' })
    if (result.outcome === 'password') refuse(ctx, { password: `core.account.password.${result.problem}` })
    if (result.outcome !== 'open') throw new Error(`E_UNKNOWN_OUTCOME: ${result.outcome}`)
    forgetTold(ctx)
    keepSession(ctx, result.token)
    ctx.session.regenerate()
    return fullLoad(ctx, path)
  }

  async #pending(ctx: HttpContext): Promise<Pending | null> {
    const told = toldInvitation(ctx)
    return told ? pendingInvitation(told) : null
  }
}
