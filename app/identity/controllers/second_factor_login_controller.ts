import type { HttpContext } from '@adonisjs/core/http'
import { fullLoad } from '../../http/full_load.ts'
import { localPath } from '../../http/local_path.ts'
import { page } from '../../http/page.ts'
import { markProved, proveByCode } from '../proof.ts'
import { refuseProof } from '../refuse_proof.ts'
import { codeValidator } from '../validators/log_in.ts'

export default class SecondFactorLoginController {
  create(ctx: HttpContext) {
    const next = localPath(ctx.request.input('next'))
    if (!ctx.identity) return ctx.response.redirect('/login')
    if (!ctx.identity.session.needsSecondFactor) return ctx.response.redirect(next)
    return page(ctx, 'core/public/second_factor', { next })
  }

  async store(ctx: HttpContext) {
    if (!ctx.identity) return fullLoad(ctx, '/login')
    const { code, next } = await ctx.request.validateUsing(codeValidator)
    const { accountId, session } = ctx.identity
    if (session.needsSecondFactor) {
      refuseProof(ctx, await proveByCode(accountId, code, ctx.request.ip()), 'code')
      await markProved(session.id)
    }
    return fullLoad(ctx, localPath(next))
  }
}
