import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { dirname, isAbsolute, join } from 'node:path'
import type { PluginManifest } from './manifest.ts'

export interface FoundPlugin {
  folder: string
  manifest: PluginManifest
}

export interface RefusedPlugin {
  /** Id when known, else the folder's or package's name. */
  id: string
  folder: string
  problems: string[]
}

export interface Discovery {
  found: FoundPlugin[]
  refused: RefusedPlugin[]
}

/** Folders that may hold a plugin: `plugins/*`, the ops console, and what the configuration names. */
export function pluginFolders(root: string, packages: string[]): { name: string; folder: string | null }[] {
  const own = readdirSync(join(root, 'plugins'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ name: entry.name, folder: join(root, 'plugins', entry.name) }))
  const console = { name: 'ops-console', folder: join(root, 'ops-console') }
  return [...own, console, ...packages.map((name) => ({ name, folder: packageFolder(root, name) }))]
}

function packageFolder(root: string, name: string): string | null {
  if (name.startsWith('.') || isAbsolute(name)) {
    const folder = isAbsolute(name) ? name : join(root, name)
    return existsSync(folder) ? folder : null
  }
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`))
  } catch {
    return null
  }
}

/** Imports every manifest. One that cannot be read is refused with its reason; the others are found. */
export async function discoverPlugins(root: string, packages: string[] = []): Promise<Discovery> {
  const discovery: Discovery = { found: [], refused: [] }
  for (const { name, folder } of pluginFolders(root, packages)) {
    if (!folder) {
      discovery.refused.push({ id: name, folder: name, problems: ['package is not installed'] })
      continue
    }
    const file = join(folder, 'plugin.ts')
    const script = existsSync(file) ? file : join(folder, 'plugin.js')
    if (!existsSync(script)) {
      if (name !== 'ops-console')
        discovery.refused.push({ id: name, folder, problems: ['plugin.ts is missing'] })
      continue
    }
    try {
      const { default: manifest } = (await import(pathToFileURL(script).href)) as { default?: PluginManifest }
      if (!manifest) throw new Error('plugin.ts has no default export')
      discovery.found.push({ folder, manifest })
    } catch (error) {
      discovery.refused.push({ id: name, folder, problems: [`plugin.ts: ${(error as Error).message}`] })
    }
  }
  return discovery
}
