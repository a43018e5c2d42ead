import app from '@adonisjs/core/services/app'
import { ExceptionHandler, type HttpContext, type HttpRequest } from '@adonisjs/core/http'
import { failScope } from '../access/guard.ts'
import { answerable, ValueRefused } from './refused_values.ts'

const LOG_IN = new Set(['E_LOG_IN_NEEDED'])
const QUIET = [
  'E_NOT_FOUND',
  'E_ROUTE_NOT_FOUND',
  'E_FORBIDDEN',
  'E_STEP_UP_NEEDED',
  'E_LOG_IN_NEEDED',
  'E_SECOND_FACTOR_NEEDED',
  'E_SECOND_FACTOR_MISSING',
]

/** Turns errors into answers: pages for people, JSON for programs. Marks the tenant scope first, so nothing half-done stays. */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected override debug = app.inDev
  protected override ignoreCodes = [...QUIET, 'E_VALIDATION_ERROR', 'E_BAD_CSRF_TOKEN']

  override async handle(thrown: unknown, ctx: HttpContext) {
    failScope(thrown)
    const error = answerable(thrown)
    const { code = 'E_UNKNOWN', status = 500 } = error as { code?: string; status?: number }
    if (code === 'E_VALIDATION_ERROR') return super.handle(error, ctx)
    if (this.#wantsJson(ctx)) {
      return ctx.response.status(status).json({ error: { code, reference: ctx.request.id() } })
    }
    // A form that is being sent stays on the screen: the shell answers 401 with a banner, not with another page.
    const sending = ctx.request.header('x-inertia') && ctx.request.method() !== 'GET'
    if (LOG_IN.has(code) && sending) return ctx.response.status(401).json({ error: { code } })
    if (LOG_IN.has(code)) return ctx.response.redirect(`/login?next=${encodeURIComponent(this.#back(ctx))}`)
    if (code === 'E_SECOND_FACTOR_NEEDED') return ctx.response.redirect('/login/second-factor')
    if (code === 'E_SECOND_FACTOR_MISSING') return ctx.response.redirect('/account/second-factor')
    if (code === 'E_STEP_UP_NEEDED') {
      // A file is no page to return to: it is asked for again where it was asked for.
      const file = ctx.request.method() === 'GET' && !ctx.request.header('x-inertia')
      const next = (file && pageBefore(ctx.request)) || this.#back(ctx)
      return ctx.response.redirect(`/account/step-up?next=${encodeURIComponent(next)}`)
    }
    if (code === 'E_BAD_CSRF_TOKEN') return this.#page(ctx, 419, code)
    if (app.inDev && status >= 500) return super.handle(error, ctx)
    return this.#page(ctx, status, code)
  }

  override async report(error: unknown, ctx: HttpContext) {
    const { code } = error as { code?: string }
    if (answerable(error) instanceof ValueRefused) {
      return ctx.logger.warn({ sqlstate: code, ...this.context(ctx) }, 'a value was refused by the database')
    }
    return super.report(error, ctx)
  }

  protected override context(ctx: HttpContext) {
    return { request: ctx.request.id(), unit: ctx.place?.slug, account: ctx.identity?.accountId }
  }

  async #page(ctx: HttpContext, status: number, code: string) {
    const props = { status, code, reference: ctx.request.id() ?? '' }
    const body = await ctx.inertia.render('core/errors/show' as never, props as never)
    // What an exception handler returns is not sent.
    ctx.response.status(status).send(body)
  }

  #wantsJson(ctx: HttpContext) {
    if (ctx.request.header('x-inertia')) return false
    return !ctx.request.accepts(['html', 'json']) || ctx.request.accepts(['html', 'json']) === 'json'
  }

  /** Where to return after log-in or confirmation: the page for reads, the page it was sent from for writes. */
  #back({ request }: HttpContext) {
    return request.method() === 'GET' ? request.url(true) : (pageBefore(request) ?? '/')
  }
}

/** Path of the page a request came from, null when that is none of ours. */
function pageBefore(request: HttpRequest): string | null {
  const page = URL.parse(request.header('referer') ?? '')
  return page && page.host === request.host() ? page.pathname + page.search : null
}
