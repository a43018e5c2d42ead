/** Errors that would have ended the server during `work`. */
export async function fatalDuring(work: () => Promise<unknown>): Promise<unknown[]> {
  const fatal: unknown[] = []
  const keep = (error: unknown) => void fatal.push(error)
  process.on('unhandledRejection', keep)
  process.on('uncaughtException', keep)
  try {
    await work()
    await new Promise((resolve) => setTimeout(resolve, 100))
  } finally {
    process.off('unhandledRejection', keep)
    process.off('uncaughtException', keep)
  }
  return fatal
}
