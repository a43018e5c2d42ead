import type { HttpContext } from '@adonisjs/core/http'
import { isSteppedUp } from '../../access/step_up.ts'
import { notice, page } from '../../http/page.ts'
import { refuse } from '../../http/refuse.ts'
import { changePassword } from '../change_password.ts'
import { mustHaveSecondFactor } from '../second_factor_duty.ts'
import { unusedRecoveryCodes } from '../second_factor.ts'
import { passkeysOf } from '../passkeys.ts'
import { openSessions } from '../open_sessions.ts'
import { newPasswordValidator } from '../validators/account.ts'

export default class AccountController {
  async show(ctx: HttpContext) {
    const identity = ctx.identity!
    return page(ctx, 'core/account/show', {
      loginName: identity.loginName,
      isDemo: identity.isDemo,
      proved: isSteppedUp(identity.session),
      sessions: await openSessions(identity.accountId, identity.session.id),
      passkeys: await passkeysOf(identity.accountId),
      secondFactor: {
        on: identity.hasSecondFactor,
        required: mustHaveSecondFactor(identity),
        codesLeft: identity.hasSecondFactor ? await unusedRecoveryCodes(identity.accountId) : 0,
      },
    })
  }

  async updatePassword(ctx: HttpContext) {
    const { password } = await ctx.request.validateUsing(newPasswordValidator)
    const problem = await changePassword(ctx.identity!, password, ctx.request.ip())
    if (problem) refuse(ctx, { password: `core.account.password.${problem}` })
    notice(ctx, { tone: 'success', text: 'core.account.password.changed' })
    return ctx.response.redirect('/account')
  }
}
