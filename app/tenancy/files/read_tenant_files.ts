import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkShape } from './check_shape.ts'
import { checkUnits, type UnitFile } from './check_units.ts'
import type { TenantProfile } from './define_profile.ts'
import type { TenantDeclaration } from './define_tenant.ts'
import { loadFile } from './load_file.ts'
import type { FileProblem } from './problem.ts'
import type { UnitKind } from './kinds.ts'

export interface TenantFiles {
  tenants: TenantDeclaration[]
  profiles: Map<UnitKind, string[]>
  problems: FileProblem[]
  /** Slugs whose files have a problem: they exist, so a plan must not close them. */
  held: Set<string>
}

/**
 * Reads `units/*.ts` and `profiles/*.ts` below the tenants folder. A file with a problem is left out and reported; the
 * others are returned. Throws E_NO_TENANT_FILES when there is no unit file at all, so that a wrong path never looks
 * like a city that closed every unit.
 */
export async function readTenantFiles(dir: string | URL): Promise<TenantFiles> {
  const root = resolve(typeof dir === 'string' ? dir : fileURLToPath(dir))
  const [units, profiles] = await Promise.all([list(root, 'units'), list(root, 'profiles')])
  if (units.length === 0) throw new Error(`E_NO_TENANT_FILES: no unit files in ${root}/units`)
  const problems: FileProblem[] = []
  const loadedUnits = await shaped<TenantDeclaration>(root, units, 'tenant', problems)
  const loadedProfiles = await shaped<TenantProfile>(root, profiles, 'profile', problems)
  const held = new Set(problems.map(({ file }) => slugOf(file)))
  const good = settle(
    loadedUnits.map(({ value, ...rest }) => ({ ...rest, tenant: value })),
    held,
    problems
  )
  return {
    tenants: good.map(({ tenant }) => tenant),
    profiles: new Map(loadedProfiles.map(({ value }) => [value.kind, value.plugins])),
    problems: problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line),
    held,
  }
}

const slugOf = (file: string) => file.replace(/^.*\//, '').replace(/\.ts$/, '')

async function list(root: string, name: string): Promise<string[]> {
  const entries = await readdir(`${root}/${name}`).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter((entry) => entry.endsWith('.ts'))
    .sort()
    .map((entry) => `${name}/${entry}`)
}

async function shaped<T>(root: string, files: string[], what: 'tenant' | 'profile', problems: FileProblem[]) {
  const good: { file: string; source: string; value: T }[] = []
  for (const loaded of await Promise.all(files.map((file) => loadFile(root, file)))) {
    if ('reason' in loaded) {
      problems.push(loaded)
      continue
    }
    const wrong = checkShape(what, loaded.value, loaded.source)
    problems.push(...wrong.map((problem) => ({ file: loaded.file, ...problem })))
    if (wrong.length === 0) good.push({ ...loaded, value: loaded.value as T })
  }
  return good
}

/** Leaves out units with a problem until none is left: a broken complex holds back its components. */
function settle(files: UnitFile[], held: Set<string>, problems: FileProblem[]): UnitFile[] {
  const found = checkUnits(files, held)
  if (found.length === 0) return files
  problems.push(...found)
  const refused = new Set(found.map(({ file }) => file))
  for (const file of refused) held.add(slugOf(file))
  return settle(
    files.filter(({ file }) => !refused.has(file)),
    held,
    problems
  )
}
