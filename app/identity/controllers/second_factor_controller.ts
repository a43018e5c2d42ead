import type { HttpContext } from '@adonisjs/core/http'
import QRCode from 'qrcode'
import { localPath } from '../../http/local_path.ts'
import { notice, page } from '../../http/page.ts'
import { refuse } from '../../http/refuse.ts'
import { mustHaveSecondFactor } from '../second_factor_duty.ts'
import { confirmEnrolment, enrolment, removeSecondFactor, renewRecoveryCodes } from '../second_factor.ts'
import { codeValidator } from '../validators/log_in.ts'

const CODES = 'recovery-codes'

export default class SecondFactorController {
  /** The picture to scan; right after confirming, the recovery codes, once. */
  async create(ctx: HttpContext) {
    const { accountId, loginName, hasSecondFactor } = ctx.identity!
    const next = localPath(ctx.request.input('next'), '/account')
    const codes: string[] | undefined = ctx.session.flashMessages.get(CODES)
    if (codes) return page(ctx, 'core/account/second_factor', { codes, next, loginName })
    if (hasSecondFactor) return ctx.response.redirect('/account')
    const { secret, uri } = await enrolment(accountId, loginName)
    const picture = await QRCode.toString(uri, { type: 'svg', margin: 2 })
    const qr = `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`
    return page(ctx, 'core/account/second_factor', { codes: null, qr, secret, next, loginName })
  }

  async store(ctx: HttpContext) {
    const { code, next } = await ctx.request.validateUsing(codeValidator)
    if (ctx.identity!.hasSecondFactor) return ctx.response.redirect('/account')
    const codes = await confirmEnrolment(ctx.identity!.accountId, code)
    if (!codes) refuse(ctx, { code: 'core.second_factor.wrong' })
    return this.#show(ctx, codes, next)
  }

  async renewCodes(ctx: HttpContext) {
    if (!ctx.identity!.hasSecondFactor) return ctx.response.redirect('/account')
    return this.#show(ctx, await renewRecoveryCodes(ctx.identity!.accountId))
  }

  async destroy(ctx: HttpContext) {
    if (mustHaveSecondFactor(ctx.identity!)) {
      notice(ctx, { tone: 'error', text: 'core.second_factor.must_stay' })
    } else {
      await removeSecondFactor(ctx.identity!.accountId)
      notice(ctx, { tone: 'success', text: 'core.second_factor.removed' })
    }
    return ctx.response.redirect('/account')
  }

  #show(ctx: HttpContext, codes: string[], next?: string) {
    ctx.session.flash(CODES, codes)
    return ctx.response.redirect(
      `/account/second-factor?next=${encodeURIComponent(localPath(next, '/account'))}`
    )
  }
}
