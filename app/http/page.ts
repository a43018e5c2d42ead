import type {} from './context.ts'
import type { HttpContext } from '@adonisjs/core/http'

/** Renders a page: `core/login`, `secretariat/pupils/index`. Props are plain data. */
export const page = (ctx: HttpContext, name: string, props: object = {}) =>
  ctx.inertia.render(name as never, props as never)

export interface Notice {
  tone: 'success' | 'warning' | 'error' | 'info'
  /** Message key and its values. */
  text: string
  values?: Record<string, string | number>
  undo?: { href: string; method: 'post' | 'delete' | 'put'; label: string }
}

/** A message for the next page the person sees. */
export function notice(ctx: HttpContext, { tone, text, values, undo }: Notice) {
  ctx.session.flash('notice', {
    tone,
    text: ctx.i18n.t(text, values),
    undo: undo && { ...undo, label: ctx.i18n.t(undo.label) },
  })
}
