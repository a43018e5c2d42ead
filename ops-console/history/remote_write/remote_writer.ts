import { setTimeout as wait } from 'node:timers/promises'
import { compress } from 'snappyjs'
import { writeRequest } from './protobuf.ts'
import { seriesOf, type RemoteSample } from './series.ts'

export interface RemoteWriteOptions {
  url: string
  /** Sent as `Authorization`; never logged. */
  authorization?: string
  /** Polls in one request. */
  batch?: number
  /** Polls that wait at most; beyond it the oldest are dropped. */
  queue?: number
  /** First pause after a refusal, doubled up to the longest. */
  pauseMs?: number
  longestPauseMs?: number
  timeoutMs?: number
  onError?: (error: Error) => void
}

/**
 * Sends polls on to a store that takes Prometheus remote write. Busy or absent receivers (5xx, 429, no answer) are tried
 * again with growing pauses; what a receiver refuses for good (other 4xx) is dropped and counted. Never holds anything up.
 */
export class RemoteWriter {
  readonly counts = { sent: 0, dropped: 0, refused: 0, retries: 0 }
  #options: Required<Omit<RemoteWriteOptions, 'authorization'>> & { authorization?: string }
  #queue: RemoteSample[] = []
  #ending = new AbortController()
  #running: Promise<void> | null = null

  constructor(options: RemoteWriteOptions) {
    this.#options = {
      ...{
        batch: 500,
        queue: 50_000,
        pauseMs: 500,
        longestPauseMs: 60_000,
        timeoutMs: 10_000,
        onError: () => {},
      },
      ...options,
    }
  }

  get waiting() {
    return this.#queue.length
  }

  push(samples: readonly RemoteSample[]) {
    this.#queue.push(...samples)
    const over = this.#queue.length - this.#options.queue
    if (over > 0) {
      this.#queue.splice(0, over)
      this.counts.dropped += over
    }
    this.#running ??= this.#run().finally(() => (this.#running = null))
  }

  /** Sends no more; resolves when nothing is under way. What waits is lost with the process. */
  async close() {
    this.#ending.abort()
    await this.#running
  }

  async #run() {
    let pause = this.#options.pauseMs
    while (this.#queue.length && !this.#ending.signal.aborted) {
      const batch = this.#queue.splice(0, this.#options.batch)
      const outcome = await this.#send(batch)
      if (outcome === 'later') {
        this.counts.retries++
        this.#queue.unshift(...batch)
        await wait(pause, undefined, { signal: this.#ending.signal }).catch(() => {})
        pause = Math.min(pause * 2, this.#options.longestPauseMs)
        continue
      }
      pause = this.#options.pauseMs
      if (outcome === 'sent') this.counts.sent += batch.length
      else this.counts.refused += batch.length
    }
  }

  async #send(batch: RemoteSample[]): Promise<'sent' | 'refused' | 'later'> {
    const series = seriesOf(batch)
    if (!series.length) return 'sent'
    const { url, authorization, timeoutMs, onError } = this.#options
    try {
      const { ok, status } = await fetch(url, {
        method: 'POST',
        body: new Uint8Array(compress(writeRequest(series))),
        headers: {
          'Content-Type': 'application/x-protobuf',
          'Content-Encoding': 'snappy',
          'X-Prometheus-Remote-Write-Version': '0.1.0',
          ...(authorization && { Authorization: authorization }),
        },
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), this.#ending.signal]),
      })
      if (ok) return 'sent'
      onError(new Error(`the remote store answered ${status}`))
      return status >= 500 || status === 429 ? 'later' : 'refused'
    } catch (error) {
      if (!this.#ending.signal.aborted)
        onError(new Error(`the remote store does not answer: ${causeOf(error)}`))
      return 'later'
    }
  }
}

const causeOf = (error: unknown) =>
  (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name ?? 'unknown'

/** The writer of `OPS_REMOTE_WRITE_URL`, with `OPS_REMOTE_WRITE_AUTHORIZATION`; null when none is set. */
export function openRemoteWrite(onError: (error: Error) => void): RemoteWriter | null {
  const url = process.env.OPS_REMOTE_WRITE_URL
  if (!url) return null
  return new RemoteWriter({ url, authorization: process.env.OPS_REMOTE_WRITE_AUTHORIZATION, onError })
}
