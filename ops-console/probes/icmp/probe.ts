import { ProbeError } from '#ops/probes/errors'
import type { Probe, ProbeAnswer } from '#ops/probes/probe'
import { NotMeasured } from './fping.ts'
import type { Replies } from './fping_output.ts'
import { SharedPing } from './shared.ts'

/** Three questions of a cycle: enough to tell a lost reply from a lost line. */
const EACH_CYCLE = { count: 3, periodMs: 200, timeoutMs: 1000 }

const shared = new SharedPing(EACH_CYCLE)

/**
 * For pings on which no verdict waits: starting a process costs ten times what it measures, so one serves twenty
 * seconds of a city's questions.
 */
export const unhurried = new SharedPing(EACH_CYCLE, undefined, 20_000)

export interface IcmpTarget {
  host: string
  /** Told once in the life of the process when it cannot ping at all. */
  warn?: (message: string) => void
  /** Pings together with these; default: with every other probe of the process. */
  ping?: SharedPing
}

/**
 * Round trip and loss by ICMP echo (RFC 792): `pingMs` is the mean of what came back, `lossPercent` what did not.
 * Rejects with `no_answer` when nothing came back. Where this machine cannot ping, both values are null.
 *
 * @example const { values } = await openIcmpProbe({ host: '10.12.0.1' }).ask(AbortSignal.timeout(5000))
 */
export function openIcmpProbe({ host, warn, ping = shared }: IcmpTarget): Probe {
  return {
    kind: 'icmp',
    async ask(signal) {
      try {
        return answer(await unlessAborted(ping.ask(host), signal))
      } catch (error) {
        if (!(error instanceof NotMeasured)) throw error
        if (ping.isNews()) warn?.(error.message)
        return { at: Date.now(), values: { pingMs: null, lossPercent: null } }
      }
    },
    close() {},
  }
}

function answer(replies: Replies | null): ProbeAnswer {
  const came = (replies ?? []).filter((rtt): rtt is number => rtt !== null)
  if (!replies?.length || !came.length) throw new ProbeError('no_answer', 'no echo reply')
  const mean = came.reduce((sum, rtt) => sum + rtt, 0) / came.length
  const lost = replies.length - came.length
  return { at: Date.now(), values: { pingMs: mean, lossPercent: (lost / replies.length) * 100 } }
}

function unlessAborted<T>(asked: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = () => new ProbeError('no_answer', 'out of time')
  if (signal.aborted) return Promise.reject(aborted())
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(aborted())
    signal.addEventListener('abort', onAbort, { once: true })
    asked.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
