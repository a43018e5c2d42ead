import { spawn } from 'node:child_process'
import { parseFping, type Replies } from './fping_output.ts'

export interface Ping {
  /** Echo requests a target. */
  count: number
  /** Between two of them, ms. */
  periodMs: number
  /** A reply that takes longer is lost, ms. */
  timeoutMs: number
}

/** fping is not there, or the system lets it open no socket: nothing can be said about anybody. */
export class NotMeasured extends Error {
  code = 'E_NOT_MEASURED'
}

const MOST_TARGETS = 300
/** Time that fping needs beside waiting. */
const SLACK_MS = 3000
/** Exit states of fping: all answered, some did not, a name was unknown. Others are its own failures. */
const MEASURED = [0, 1, 2]
const TARGET = /^[0-9a-zA-Z][0-9a-zA-Z.:-]{0,252}$/

/** Only an address or a name, never an option, reaches the command line. */
export const isTarget = (host: string) => TARGET.test(host) || host === '::1'

/**
 * Pings many targets at once, one process for up to 300 of them, and settles when the last had its time. A target
 * without a line of its own (an unknown name) is left out.
 *
 * @throws NotMeasured when this machine cannot ping
 */
export async function fping(
  hosts: readonly string[],
  ping: Ping,
  signal?: AbortSignal
): Promise<Map<string, Replies>> {
  const targets = [...new Set(hosts.filter(isTarget))]
  const found = new Map<string, Replies>()
  for (let at = 0; at < targets.length; at += MOST_TARGETS) {
    const some = await once(targets.slice(at, at + MOST_TARGETS), ping, signal)
    for (const [host, replies] of some) found.set(host, replies)
  }
  return found
}

function once(targets: string[], { count, periodMs, timeoutMs }: Ping, signal?: AbortSignal) {
  const options = [
    '-q',
    '-C',
    String(count),
    '-p',
    String(periodMs),
    '-t',
    String(timeoutMs),
    '-i',
    '1',
    '-r',
    '0',
  ]
  const longest = count * periodMs + timeoutMs + targets.length * count * 2 + SLACK_MS
  return new Promise<Map<string, Replies>>((resolve, reject) => {
    const child = spawn('fping', [...options, ...targets], {
      ...{ stdio: ['ignore', 'ignore', 'pipe'], timeout: longest, killSignal: 'SIGKILL', signal },
    })
    let output = ''
    child.stderr!.setEncoding('utf8').on('data', (part: string) => (output += part))
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.name === 'AbortError' ? error : new NotMeasured(`fping cannot be run: ${error.code}`))
    )
    child.once('close', (code) => {
      if (code !== null && MEASURED.includes(code)) resolve(parseFping(output))
      else reject(new NotMeasured(`fping ended with ${code}`))
    })
  })
}
