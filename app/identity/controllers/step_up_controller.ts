import type { HttpContext } from '@adonisjs/core/http'
import { localPath } from '../../http/local_path.ts'
import { page } from '../../http/page.ts'
import { markProved, proveByCode, proveByPassword } from '../proof.ts'
import { refuseProof } from '../refuse_proof.ts'
import { stepUpValidator } from '../validators/log_in.ts'

export default class StepUpController {
  create(ctx: HttpContext) {
    return page(ctx, 'core/account/step_up', {
      method: ctx.identity!.hasSecondFactor ? 'code' : 'password',
      next: localPath(ctx.request.input('next'), '/account'),
    })
  }

  async store(ctx: HttpContext) {
    const { code = '', password = '', next } = await ctx.request.validateUsing(stepUpValidator)
    const { accountId, hasSecondFactor, session } = ctx.identity!
    const address = ctx.request.ip()
    if (hasSecondFactor) refuseProof(ctx, await proveByCode(accountId, code, address), 'code')
    else refuseProof(ctx, await proveByPassword(accountId, password, address), 'password')
    await markProved(session.id)
    return ctx.response.redirect(localPath(next, '/account'))
  }
}
