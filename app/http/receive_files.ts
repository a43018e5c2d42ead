import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { HttpContext } from '@adonisjs/core/http'

export interface ReceivedFile {
  field: string
  /** As the sender called it, without folders. */
  name: string
  /** Where the bytes lie until the work is over. */
  path: string
  size: number
  /** Hex. */
  sha256: string
}

export interface Received {
  /** Plain fields of the form; they are also in `request.body()` afterwards. */
  fields: Record<string, unknown>
  files: ReceivedFile[]
}

/** Room for the plain fields of a form beside its files. */
const FIELD_BYTES = 1_000_000

/** A file is larger than the route takes; nothing of it was kept. */
export class FileTooLarge extends Error {
  code = 'E_FILE_TOO_LARGE'
  status = 413
}

/**
 * Takes a form with files. The body of such a form is read only here, behind the guard, so that nobody without the
 * permission can fill the disk. Files wait in a private folder that is gone when `work` has settled.
 * @throws FileTooLarge when one file has more than `maxBytes` or there are more than `maxFiles`
 *
 * @example
 * await receiveFiles(ctx, { maxBytes: 10_000_000 }, async ({ fields, files }) => …)
 */
export async function receiveFiles<T>(
  ctx: HttpContext,
  { maxBytes, maxFiles = 10 }: { maxBytes: number; maxFiles?: number },
  work: (received: Received) => Promise<T>
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'unia-upload-'))
  const files: ReceivedFile[] = []
  try {
    const { multipart } = ctx.request
    if (multipart) {
      // The parser records what a handler throws on the file and goes on, so the first refusal is kept here.
      let refused: unknown
      multipart.onFile('*', { deferValidations: true }, async (part) => {
        if (refused) return void part.resume()
        await keep(part, folder, files, { maxBytes, maxFiles }).catch((error) => {
          refused = error
          multipart.abort(error)
        })
      })
      await multipart.process({ limit: maxBytes * maxFiles + FIELD_BYTES })
      if (refused) throw refused
    }
    const sent = files.filter((file) => file.size > 0)
    return await work({ fields: ctx.request.body(), files: sent })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Part extends AsyncIterable<Buffer> {
  name: string
  filename: string
}

async function keep(
  part: unknown,
  folder: string,
  files: ReceivedFile[],
  { maxBytes, maxFiles }: { maxBytes: number; maxFiles: number }
): Promise<void> {
  if (files.length >= maxFiles) throw new FileTooLarge(`More than ${maxFiles} files`)
  const { name, filename } = part as Part
  const path = join(folder, String(files.length))
  const file = { field: name, name: baseName(filename), path, size: 0, sha256: '' }
  files.push(file)
  const hash = createHash('sha256')
  const counted = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      file.size += chunk.length
      if (file.size > maxBytes) throw new FileTooLarge(`More than ${maxBytes} bytes`)
      hash.update(chunk)
      yield chunk
    }
  }
  await pipeline(part as Part, counted, createWriteStream(path, { mode: 0o600 }))
  file.sha256 = hash.digest('hex')
}

const baseName = (name: string | undefined) => (name ?? '').replace(/^.*[\\/]/, '').slice(0, 200) || 'file'
