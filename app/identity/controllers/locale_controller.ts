import type { HttpContext } from '@adonisjs/core/http'
import { fullLoad } from '../../http/full_load.ts'
import { localPath } from '../../http/local_path.ts'
import { systemClient } from '../../tenancy/tenancy.ts'
import { localeValidator } from '../validators/account.ts'

export default class LocaleController {
  /** The page is loaded afresh, because its texts were loaded with it. */
  async store(ctx: HttpContext) {
    const { locale } = await ctx.request.validateUsing(localeValidator)
    ctx.response.plainCookie('unia-locale', locale, {
      encode: false,
      sameSite: 'lax',
      path: '/',
      maxAge: '365d',
    })
    if (ctx.identity) {
      await systemClient().from('identity_accounts').where('id', ctx.identity.accountId).update({ locale })
    }
    const referrer = URL.parse(ctx.request.header('referer') ?? '')
    return fullLoad(ctx, localPath(referrer && referrer.pathname + referrer.search))
  }
}
