import type { HttpContext } from '@adonisjs/core/http'
import { SESSION_COOKIE } from './sessions.ts'

/** The longest session, a family's, ends after 30 days; staff sessions end earlier in the database. */
const LONGEST_DAYS = '30d'

/** Neither signed nor encoded: the token is random and the live hub reads the cookie by itself. */
export const keepSession = ({ response }: HttpContext, token: string) =>
  response.plainCookie(SESSION_COOKIE, token, {
    encode: false,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: LONGEST_DAYS,
  })

export const forgetSession = ({ response }: HttpContext) =>
  response.clearCookie(SESSION_COOKIE, { path: '/' })

export const origin = ({ request }: HttpContext) => ({
  address: request.ip(),
  userAgent: request.header('user-agent') ?? '',
})
