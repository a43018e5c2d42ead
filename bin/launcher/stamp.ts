import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A hash of files by name and content: equal as long as nothing was added, removed or changed. */
export function stampOf(root: string, patterns: string[]): string {
  const hash = createHash('sha256')
  const files = globSync(patterns, { cwd: root, exclude: (name) => name === 'node_modules' })
  for (const file of [...new Set(files)].sort()) {
    const path = join(root, file)
    if (!statSync(path).isFile()) continue
    const content = readFileSync(path)
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** Whether the stamp kept at `path` is the one given. */
export const isStamped = (path: string, stamp: string) =>
  existsSync(path) && readFileSync(path, 'utf8').trim() === stamp
