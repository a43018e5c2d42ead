import { globSync } from 'node:fs'
import { matchesGlob } from 'node:path'

export const SUITES = ['unit', 'functional', 'isolation', 'architecture', 'browser'] as const
export type SuiteName = (typeof SUITES)[number]

export interface SpecFile {
  path: string
  suite: SuiteName
}

export interface FileFilter {
  plugin?: string
  suite?: string
  files?: string
}

/** Every spec of the repository that passes the filter. */
export function findSpecs(root: string, filter: FileFilter): SpecFile[] {
  const pattern = `{,plugins/*/,ops-console/,ui/}tests/{${SUITES.join(',')}}/**/*.spec.ts`
  const paths = globSync(pattern, { cwd: root, exclude: (name) => name === 'node_modules' })
  return selectSpecs(paths, filter)
}

export function selectSpecs(paths: string[], { plugin, suite, files }: FileFilter): SpecFile[] {
  return [...new Set(paths)]
    .sort()
    .map((path) => ({ path, suite: /(?:^|\/)tests\/([a-z]+)\//.exec(path)![1] as SuiteName }))
    .filter((spec) => !suite || spec.suite === suite)
    .filter(
      ({ path }) =>
        !plugin || path.startsWith(plugin === 'ops-console' ? 'ops-console/' : `plugins/${plugin}/`)
    )
    .filter(({ path }) => !files || path.includes(files) || matchesGlob(path, files))
}

/** Longest first, so that no worker is left with a long file at the end. A file never timed goes before all. */
export function inOrder(specs: SpecFile[], times: Record<string, number>): SpecFile[] {
  const time = ({ path }: SpecFile) => times[path] ?? Number.POSITIVE_INFINITY
  return [...specs].sort((a, b) => (time(a) === time(b) ? a.path.localeCompare(b.path) : time(b) - time(a)))
}
