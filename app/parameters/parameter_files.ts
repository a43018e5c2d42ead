import { existsSync, readdirSync } from 'node:fs'
import type { ParameterDefinition } from './define_parameter.ts'
import { ParameterInvalid } from './errors.ts'

/**
 * Definitions exported (default or named) by `parameters/*.ts` of a plugin folder. Throws E_PARAMETER_INVALID when an id
 * does not begin with the plugin's id.
 */
export async function readParameterFiles(
  pluginFolder: URL,
  pluginId: string
): Promise<ParameterDefinition[]> {
  const folder = new URL('parameters/', pluginFolder)
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  const modules = await Promise.all(files.sort().map((name) => import(new URL(name, folder).href)))
  // A definition may be exported by name and in the default list.
  const definitions = [...new Set(modules.flatMap((module) => Object.values(module).flat()))].filter(
    isDefinition
  )
  for (const { id } of definitions)
    if (!id.startsWith(`${pluginId}.`))
      throw new ParameterInvalid(id, `its id must begin with "${pluginId}."`)
  return definitions
}

const isDefinition = (exported: unknown): exported is ParameterDefinition =>
  typeof exported === 'object' &&
  exported !== null &&
  'id' in exported &&
  'values' in exported &&
  'source' in exported
