import { copyFile, mkdir, rm, stat } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { join, resolve } from 'node:path'

const HEX = /^[\da-f]{64}$/

const folder = () => process.env.OPS_PACKAGES ?? resolve(process.env.UNIA_DATA_DIR || '.data', 'packages')

/** Packages lie in the installation's data folder, named after the SHA-256 of their bytes. */
const fileOf = (sha256: string) => {
  if (!HEX.test(sha256)) throw new Error('A package is named by a SHA-256')
  return join(folder(), sha256)
}

export async function storePackage(from: string, sha256: string) {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  await copyFile(from, fileOf(sha256))
}

/** Null when the file is not there any more. */
export async function openPackage(sha256: string) {
  const found = await stat(fileOf(sha256)).catch(() => null)
  return found && createReadStream(fileOf(sha256))
}

export const removePackage = (sha256: string) => rm(fileOf(sha256), { force: true })
