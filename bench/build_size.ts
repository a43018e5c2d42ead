import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const ASSETS = fileURLToPath(new URL('../public/assets/', import.meta.url))
const ENTRY = 'inertia/app.tsx'

interface Chunk {
  file: string
  name?: string
  imports?: string[]
}

export interface Build {
  folder: string
  chunks: Record<string, Chunk>
}

export interface Load {
  bytes: number
  /** Largest first. */
  files: { name: string; bytes: number }[]
}

/** What Vite wrote; throws when nothing was built. */
export function readBuild(folder = ASSETS): Build {
  return { folder, chunks: JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) }
}

/** Compressed JavaScript of the first visit to a core page: entry, frame, page, Polish texts, and all they import. */
export function loadOf({ folder, chunks }: Build, page: string): Load {
  const isPublic = page.startsWith('core/public/')
  const texts = Object.keys(chunks).filter((key) => isText(key, isPublic))
  const wanted = [ENTRY, `inertia/pages/${page.replace('core/', '')}.tsx`, ...texts]
  const behind = ['inertia/pages_behind.ts', 'inertia/messages_behind.ts', shell(chunks)]
  const names = closure(chunks, isPublic ? wanted : [...wanted, ...behind])
  const files = names
    .map((name) => ({ name, bytes: gzipSync(readFileSync(join(folder, name))).length }))
    .sort((a, b) => b.bytes - a.bytes)
  return { files, bytes: files.reduce((sum, file) => sum + file.bytes, 0) }
}

const isText = (key: string, isPublic: boolean) =>
  (isPublic
    ? /^(ui|app\/(identity|http))\/messages\/pl\.json$/
    : /^(ui|app\/[a-z]+)\/messages\/pl\.json$/
  ).test(key)

/** Shared by several pages, so Vite names it by its content. */
const shell = (chunks: Record<string, Chunk>) =>
  Object.keys(chunks).find((key) => chunks[key]!.name === 'shell') ?? 'ui/shell/shell.tsx'

function closure(chunks: Record<string, Chunk>, wanted: string[]): string[] {
  const seen = new Set<string>()
  const add = (key: string) => {
    const chunk = chunks[key]
    if (!chunk) throw new Error(`E_NOT_BUILT: ${key} is not in the build`)
    if (seen.has(key)) return
    seen.add(key)
    chunk.imports?.forEach(add)
  }
  wanted.forEach(add)
  return [...seen].map((key) => chunks[key]!.file).filter((file) => file.endsWith('.js'))
}
