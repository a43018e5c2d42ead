import { ProbeError } from '../errors.ts'
import { COMMANDS, type PanosCommand } from './commands.ts'
import { openEnvelope, PanosError, resultOf } from './envelope.ts'
import { postForm } from './http.ts'
import type { Trust } from './pinned.ts'
import { Turns } from './turns.ts'
import { textAt, type XmlNode } from './xml.ts'

export type PanosAddress = { host: string; port?: number } & Trust

export type PanosTarget = PanosAddress & {
  /** API key of a role that may read operational data and logs. */
  key: string
  /** How long one call may take, milliseconds. */
  timeoutMs?: number
}

const SESSION_TIMED_OUT = '22'
const DEFAULT_TIMEOUT_MS = 10_000

/** Calls to all firewalls together; the vendor allows five to one, we make one at a time. */
const everybody = new Turns(16)

/**
 * Talks to one firewall's XML API. Every call rejects with `ProbeError`: `no_answer`, `refused` (its text in
 * `message`), `authentication` (wrong key or role, or `certificate_changed`; never repeated) or `malformed`.
 *
 * @example
 * const client = new PanosClient({ host, fingerprint, key })
 * const result = await client.op('system', AbortSignal.timeout(10_000))
 */
export class PanosClient {
  #target: PanosTarget
  #own = new Turns(1)

  constructor(target: PanosTarget) {
    this.#target = target
  }

  /** `result` of an operational command. */
  op(command: PanosCommand, signal: AbortSignal): Promise<XmlNode> {
    return this.call({ type: 'op', cmd: COMMANDS[command] }, signal)
  }

  /** `result` of any question; the one that finds its session expired is asked once more. */
  async call(form: Record<string, string>, signal: AbortSignal): Promise<XmlNode> {
    const { key } = this.#target
    const once = () => callOnce(this.#target, { form, key }, signal)
    try {
      return await this.#own.run(signal, () =>
        once().catch((error) => {
          if (error instanceof PanosError && error.panosCode === SESSION_TIMED_OUT) return once()
          throw error
        })
      )
    } catch (error) {
      throw withoutSecret(error, [key])
    }
  }
}

/**
 * Makes an API key for a user. The password goes into the body, never into the address.
 * @throws ProbeError as `PanosClient`
 */
export async function generateKey(
  at: PanosAddress & { timeoutMs?: number },
  { user, password }: { user: string; password: string },
  signal: AbortSignal
): Promise<string> {
  try {
    const result = await callOnce(at, { form: { type: 'keygen', user, password } }, signal)
    const key = textAt(result, 'key')
    if (!key) throw new ProbeError('malformed', 'no_key')
    return key
  } catch (error) {
    throw withoutSecret(error, [password])
  }
}

type Asking = { form: Record<string, string>; key?: string }

async function callOnce(at: PanosAddress & { timeoutMs?: number }, asking: Asking, signal: AbortSignal) {
  const { host, port = 443, timeoutMs = DEFAULT_TIMEOUT_MS } = at
  const trust: Trust = at.ca === undefined ? { fingerprint: at.fingerprint } : { ca: at.ca }
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  return everybody.run(deadline, async () => {
    const reply = await postForm({ host, port, trust, ...asking }, deadline)
    return resultOf(openEnvelope(reply))
  })
}

/** A firewall may quote what it was sent; an error must not. */
function withoutSecret(error: unknown, secrets: string[]): ProbeError {
  if (!(error instanceof ProbeError)) return new ProbeError('no_answer', 'timeout')
  for (const secret of secrets.flatMap((one) => [one, encodeURIComponent(one)])) {
    if (secret) error.message = error.message.replaceAll(secret, '•••')
  }
  error.stack = `${error.name}: ${error.message}`
  return error
}
