import { RequestValidator, type HttpContext } from '@adonisjs/core/http'
import type { I18n } from '@adonisjs/i18n'
import i18nManager from '@adonisjs/i18n/services/main'
import type { NextFn } from '@adonisjs/core/types/http'
import { identityOf, SESSION_COOKIE } from '../../identity/sessions.ts'
import { validationMessages } from '../validation_messages.ts'

/** Finds out who makes the request and in which language to answer. */
export default class IdentifyMiddleware {
  static {
    RequestValidator.messagesProvider = (ctx) => validationMessages(ctx.i18n)
  }

  async handle(ctx: HttpContext, next: NextFn) {
    const token = ctx.request.plainCookie(SESSION_COOKIE, undefined, false) as string | null
    ctx.identity = token ? await identityOf(token) : null
    // On a shared computer nothing stays behind: neither in the cache nor for the browser's way back.
    if (ctx.identity) ctx.response.header('Cache-Control', 'no-store')
    const chosen =
      ctx.identity?.locale ?? (ctx.request.plainCookie('unia-locale', undefined, false) as string | null)
    const locale = chosen ?? ctx.request.language(['pl', 'en']) ?? 'pl'
    ctx.i18n = i18nManager.locale(locale === 'en' ? 'en' : 'pl')
    ctx.view.share({ i18n: ctx.i18n })
    return next()
  }
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    i18n: I18n
  }
}
