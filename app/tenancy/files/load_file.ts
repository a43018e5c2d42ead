import { readFile, stat } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { literally, type FileProblem } from './problem.ts'

export interface LoadedFile {
  file: string
  source: string
  value: unknown
}

/** Imports the default export of a declaration; an error names the line in that very file where there is one. */
export async function loadFile(folder: string, file: string): Promise<LoadedFile | FileProblem> {
  const path = `${folder}/${file}`
  const source = await readFile(path, 'utf8')
  try {
    const url = pathToFileURL(path)
    // Node keeps modules for ever; the time of change tells edited files apart.
    url.searchParams.set('changed', String((await stat(path)).mtimeMs))
    const module = await import(url.href)
    if (module.default === undefined) return { file, line: 1, reason: 'has no default export' }
    return { file, source, value: module.default }
  } catch (error) {
    return { file, line: failedLine(error as Error, path), reason: firstLine(error as Error) }
  }
}

function failedLine(error: Error, path: string): number {
  const text = `${error.message}\n${error.stack}`
  const found = text.match(new RegExp(`${literally(path)}(?:\\?[^:\\s]*)?:(\\d+)`))
  return found ? Number(found[1]) : 1
}

const firstLine = (error: Error) => error.message.trim().split('\n')[0]!.replace(/^x /, '').trim()
