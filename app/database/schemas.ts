import { readdirSync } from 'node:fs'
import plugins from '../../config/plugins.ts'

const ROOT = new URL('../../', import.meta.url)

/** Schemas on every connection's search path: the core, one for each plugin folder or package, then public. */
export function schemaNames(): string[] {
  const folders = readdirSync(new URL('plugins/', ROOT), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  const packages = plugins.packages.map((name) =>
    name
      .split('/')
      .at(-1)!
      .replace(/^unia-/, '')
  )
  return ['core', 'ops-console', ...folders.sort(), ...packages, 'public'].map((id) =>
    id.replaceAll('-', '_')
  )
}
