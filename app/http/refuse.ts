import type {} from './context.ts'
import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'

type Text = string | { text: string; values: Record<string, string | number> }

/**
 * Refuses a form as its validator would: each message key stands beside its field, what was typed is kept.
 *
 * @example refuse(ctx, { code: 'core.second_factor.wrong' })
 */
export function refuse(ctx: HttpContext, fields: Record<string, Text>): never {
  throw new errors.E_VALIDATION_ERROR(
    Object.entries(fields).map(([field, text]) => {
      const { text: key, values } = typeof text === 'string' ? { text, values: {} } : text
      return { field, rule: key, message: ctx.i18n.t(key, values) }
    })
  )
}
