import type { TenantDeclaration } from './define_tenant.ts'
import { lineOf, type FileProblem } from './problem.ts'
import { reservedSlugs } from './reserved_slugs.ts'

export interface UnitFile {
  file: string
  source: string
  tenant: TenantDeclaration
}

const nameOf = (file: string) => file.replace(/^.*\//, '').replace(/\.ts$/, '')

/**
 * What only shows when units are seen together: doubled slugs, unknown parents. `broken` are the slugs of files that
 * could not be read; their components are held back, because they cannot be placed.
 */
export function checkUnits(files: UnitFile[], broken: ReadonlySet<string>): FileProblem[] {
  const known = new Map(files.map((unit) => [unit.tenant.slug, unit.tenant]))
  const seen = new Map<string, string>()
  return files.flatMap(({ file, source, tenant }) => {
    const problems: FileProblem[] = []
    const refuse = (key: string, reason: string) =>
      problems.push({ file, line: lineOf(source, [key]), reason })
    const { slug, parent } = tenant
    if (seen.has(slug)) refuse('slug', `slug "${slug}" is already used by ${seen.get(slug)}`)
    else seen.set(slug, file)
    if (nameOf(file) !== slug) refuse('slug', `slug "${slug}" differs from the name of the file`)
    if (reservedSlugs.has(slug)) refuse('slug', `slug "${slug}" is reserved`)
    if (parent === slug) refuse('parent', 'a unit cannot be its own parent')
    else if (parent !== null && broken.has(parent))
      refuse('parent', `the file of parent "${parent}" is broken`)
    else if (parent !== null && !known.has(parent)) refuse('parent', `parent "${parent}" is unknown`)
    else if (parent !== null && known.get(parent)!.parent !== null)
      refuse('parent', `parent "${parent}" is itself part of "${known.get(parent)!.parent}"`)
    return problems
  })
}
