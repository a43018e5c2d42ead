import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asSetupError } from './setup_error.ts'

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url))

/** Folder where an installation keeps what it generates; `.data` unless UNIA_DATA_DIR names another. */
export function dataFolder(...names: string[]): string {
  return join(resolve(CHECKOUT, process.env.UNIA_DATA_DIR || '.data'), ...names)
}

/** Writes JSON readable by this user alone, in one step, so that a crash leaves the old or the new text. */
export function writePrivate(path: string, value: unknown) {
  try {
    mkdirSync(dirname(path), { recursive: true })
    rmSync(`${path}.new`, { force: true })
    writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${path}.new`, path)
  } catch (error) {
    throw asSetupError(error, dirname(path))
  }
}

/** Reads a file written by `writePrivate`; null when it is not there or was cut short. */
export function readPrivate<T>(path: string): T | null {
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw asSetupError(error, dirname(path))
  }
}
