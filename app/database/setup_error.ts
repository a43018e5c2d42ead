/**
 * A fault of the surroundings (folder, disk, port, rights) that stops a start. The launcher translates `code` with
 * `details` for people; `message` is for developers.
 */
export class SetupError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: Record<string, string | number> = {},
    options?: ErrorOptions
  ) {
    super(message, options)
  }
}

/** Turns errors of the file system into coded ones; anything else is returned as it came. */
export function asSetupError(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException)?.code
  const text = String((error as Error)?.message ?? error)
  if (code === 'ENOSPC' || code === 'EDQUOT' || /No space left on device|quota exceeded/i.test(text))
    return new SetupError('E_NO_DISK_SPACE', `No space left for ${folder}`, { folder }, { cause: error })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new SetupError('E_DATA_NOT_WRITABLE', `Cannot write to ${folder}`, { folder }, { cause: error })
  return error
}
