import type { HttpContext } from '@adonisjs/core/http'

export interface ListQuery {
  q: string
  page: number
  pageSize: number
  offset: number
  /** Column id, allowed by the list, and its direction. */
  sort: { by: string; direction: 'asc' | 'desc' }
  filters: Record<string, string>
}

const MAX_PAGE_SIZE = 200

/**
 * Reads what a DataTable keeps in the address: q, page, size, sort (`-` for descending), f.<id>. Only the named columns
 * and filters are let through, so that no request key ever reaches SQL text.
 */
export function listQuery(
  ctx: HttpContext,
  allowed: { sort: [string, ...string[]]; filters?: string[]; pageSize?: number }
): ListQuery {
  const qs = ctx.request.qs() as Record<string, unknown>
  const text = (key: string) => (typeof qs[key] === 'string' ? (qs[key] as string).trim().slice(0, 200) : '')
  const asked = text('sort')
  const by = asked.replace(/^-/, '')
  const sort = allowed.sort.includes(by)
    ? { by, direction: asked.startsWith('-') ? ('desc' as const) : ('asc' as const) }
    : { by: allowed.sort[0], direction: 'asc' as const }
  const page = Math.max(1, Math.min(100_000, Number.parseInt(text('page')) || 1))
  const pageSize = Math.max(
    10,
    Math.min(MAX_PAGE_SIZE, Number.parseInt(text('size')) || allowed.pageSize || 50)
  )
  const filters = Object.fromEntries(
    (allowed.filters ?? []).map((id) => [id, text(`f.${id}`)]).filter(([, value]) => value !== '')
  )
  return { q: text('q'), page, pageSize, offset: (page - 1) * pageSize, sort, filters }
}
