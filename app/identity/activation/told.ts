import type {} from '../../http/context.ts'
import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '../../values/uuid.ts'

const KEY = 'start'
const MINUTES = 20

interface Told {
  id: string
  at: number
}

/** Remembers in this browser, encrypted and for twenty minutes, which invitation's code was told right. */
export const tell = (ctx: HttpContext, id: string) =>
  ctx.session.put(KEY, { id, at: Date.now() } satisfies Told)

export function toldInvitation(ctx: HttpContext): string | null {
  const told = ctx.session.get(KEY) as Told | undefined
  return told && isUuid(told.id) && Date.now() - told.at < MINUTES * 60_000 ? told.id : null
}

export const forgetTold = (ctx: HttpContext) => ctx.session.forget(KEY)
