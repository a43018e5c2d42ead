/** Why a file was left out; `file` is relative to the tenants folder, `line` counts from 1. */
export interface FileProblem {
  file: string
  line: number
  reason: string
}

/** Line of the innermost key of `path` (`['address', 'postalCode']`) in a declaration; 1 when it is not written there. */
export function lineOf(source: string, path: string[]): number {
  let at = 0
  for (const key of path) {
    const found = source.slice(at).search(new RegExp(`(^|[\\s{,])['"]?${literally(key)}['"]?\\s*[:,}]`))
    if (found < 0) break
    at += found + 1
  }
  // The match begins before the key, possibly on the line above.
  return source.slice(0, at).split('\n').length
}

/** A text as a regular expression that matches exactly it. */
export const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
