/** The menu entry the address belongs to: the longest that is the path itself or its beginning; homes only exactly. */
export function activeHref(url: string, hrefs: string[]): string | null {
  const path = url.split(/[?#]/)[0]!.replace(/\/$/, '')
  const matching = hrefs.filter((href) => {
    const own = href.replace(/\/$/, '')
    return own === path || (own.split('/').length > 2 && path.startsWith(`${own}/`))
  })
  return matching.sort((a, b) => b.length - a.length)[0] ?? null
}
