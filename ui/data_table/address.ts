/** What a list keeps in the address: q, page, size, sort (`-` for descending), f.<id>. */
export interface ListState {
  q: string
  page: number
  size: number | null
  sort: string
  filters: Record<string, string>
}

export function readAddress(url: string, defaults: { sort: string }): ListState {
  const params = new URL(url, 'http://unia').searchParams
  const filters = [...params].filter(([key, value]) => key.startsWith('f.') && value !== '')
  return {
    q: params.get('q') ?? '',
    page: Math.max(1, Number.parseInt(params.get('page') ?? '1') || 1),
    size: Number.parseInt(params.get('size') ?? '') || null,
    sort: params.get('sort') ?? defaults.sort,
    filters: Object.fromEntries(filters.map(([key, value]) => [key.slice(2), value])),
  }
}

/** The address after a change. Anything but turning pages goes back to the first page; foreign parameters stay. */
export function writeAddress(url: string, change: Partial<ListState>): string {
  const { pathname, searchParams } = new URL(url, 'http://unia')
  const put = (key: string, value: string | number | null | undefined) =>
    value ? searchParams.set(key, String(value)) : searchParams.delete(key)
  if (change.q !== undefined) put('q', change.q.trim())
  if (change.size !== undefined) put('size', change.size)
  if (change.sort !== undefined) put('sort', change.sort)
  if (change.filters) {
    for (const key of [...searchParams.keys()]) if (key.startsWith('f.')) searchParams.delete(key)
    for (const [id, value] of Object.entries(change.filters)) put(`f.${id}`, value)
  }
  put('page', change.page && change.page > 1 ? change.page : null)
  const query = searchParams.toString()
  return query ? `${pathname}?${query}` : pathname
}

/** A header pressed: ascending, then descending. */
export const nextSort = (sort: string, column: string): string => (sort === column ? `-${column}` : column)

/** `none` unless the list is sorted by this column. */
export function ariaSort(sort: string, column: string): 'ascending' | 'descending' | 'none' {
  if (sort === column) return 'ascending'
  return sort === `-${column}` ? 'descending' : 'none'
}

/** The export of exactly what is filtered and sorted now; all pages. */
export function exportAddress(exportHref: string, url: string, format: 'csv' | 'xlsx'): string {
  const params = new URL(url, 'http://unia').searchParams
  params.delete('page')
  params.delete('size')
  params.set('format', format)
  return `${exportHref}?${params}`
}
