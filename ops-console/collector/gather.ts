/** Changes of figures are gathered so long, a change of state waits hardly at all. Milliseconds. */
const MOST_MS = 2000
const LEAST_MS = 100
const SHARE_OF_PERIOD = 5

/** How long figures wait to be written together. */
export const gatherMs = (pollMs: number) =>
  Math.min(MOST_MS, Math.max(LEAST_MS, Math.floor(pollMs / SHARE_OF_PERIOD)))

/**
 * Calls `work` once for all that was announced while it waited: no timer runs while nothing is. What fails is tried again
 * after the same time.
 *
 * @example const flushes = gather(1000, () => writer.flush(), onError); flushes.announce(false); await flushes.close()
 */
export function gather(ms: number, work: () => Promise<void>, onError: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined
  let due = Infinity
  let running: Promise<void> | null = null
  let ended = false

  function wait(delay: number) {
    const at = performance.now() + delay
    if (ended || running || at >= due) return void (due = running ? Math.min(due, at) : due)
    clearTimeout(timer)
    due = at
    timer = setTimeout(run, delay)
  }

  function run() {
    due = Infinity
    running = work()
      .catch((error) => {
        onError(error)
        due = performance.now() + ms
      })
      .finally(() => {
        running = null
        const next = due
        due = Infinity
        if (next < Infinity) wait(Math.max(0, next - performance.now()))
      })
  }

  return {
    announce: (urgent: boolean) => wait(urgent ? Math.min(LEAST_MS, ms) : ms),
    async close() {
      ended = true
      clearTimeout(timer)
      await running
    },
  }
}
