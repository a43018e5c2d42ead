import { setTimeout as sleep } from 'node:timers/promises'
import { SetupError } from '../../app/database/setup_error.ts'
import { message } from '../messages.ts'

const SLOW_MS = 60_000
const LIMIT_MS = 240_000

/** Waits until the city says it is ready. Throws E_NOT_READY with the last answer, or the reason of `signal`. */
export async function untilReady(
  address: string,
  log: string,
  say: (text: string) => void,
  signal: AbortSignal
) {
  const from = performance.now()
  let warned = false
  for (;;) {
    const answer = await ask(`${address}/health/ready`, signal)
    signal.throwIfAborted()
    if (answer === null) return
    const waited = performance.now() - from
    if (waited > LIMIT_MS)
      throw new SetupError('E_NOT_READY', answer, { seconds: LIMIT_MS / 1000, answer, log })
    if (waited > SLOW_MS && !warned) {
      warned = true
      say(message('start.slow', { answer, log }))
    }
    await sleep(150, undefined, { signal })
  }
}

/** Null when ready, else what was answered instead. */
async function ask(url: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]),
      redirect: 'manual',
    })
    const body = (await response.text()).slice(0, 300)
    return response.status === 200 ? null : `HTTP ${response.status} ${body}`
  } catch (error) {
    const cause = (error as { cause?: NodeJS.ErrnoException }).cause
    return cause?.code ?? (error as Error).message
  }
}
