import { ProbeError } from '../errors.ts'
import { send, type SepmAddress, type SepmCall } from './transport.ts'

export interface SepmTarget extends SepmAddress {
  username: string
  password: string
  domain?: string
}

type Call = Omit<SepmCall, 'token' | 'signal'>

const BACK_OFF_MS = 60_000
const LONGEST_BACK_OFF_MS = 3_600_000
const RENEW_AT = 0.8

/**
 * A session of the service account (SEPM REST API v1). The token is renewed at 80 % of its life. A 401 is answered with
 * one new login; a refused login is not repeated before a growing pause, so that the account is not locked.
 */
export class SepmClient {
  #target: SepmTarget
  #now: () => number
  #token: { text: string; renewAt: number } | null = null
  #login: Promise<string> | null = null
  #refusals = 0
  #waitUntil = 0

  constructor(target: SepmTarget, now: () => number = Date.now) {
    this.#target = target
    this.#now = now
  }

  /** @throws {ProbeError} of every kind; never carries the password or the token. */
  async call<T>(call: Call, signal: AbortSignal): Promise<T> {
    const token = await this.#valid(signal)
    let reply = await send(this.#target, { ...call, token, signal })
    if (reply.status === 401) {
      if (this.#token?.text === token) this.#token = null
      reply = await send(this.#target, { ...call, token: await this.#valid(signal), signal })
      if (reply.status === 401) throw this.#refuse()
    }
    this.#refusals = 0
    return parsed<T>(reply.status, reply.body)
  }

  get<T>(path: string, signal: AbortSignal) {
    return this.call<T>({ method: 'GET', path }, signal)
  }

  close() {
    this.#token = null
  }

  async #valid(signal: AbortSignal): Promise<string> {
    if (this.#token && this.#now() < this.#token.renewAt) return this.#token.text
    this.#login ??= this.#authenticate(signal).finally(() => (this.#login = null))
    return this.#login
  }

  async #authenticate(signal: AbortSignal) {
    if (this.#now() < this.#waitUntil) {
      throw new ProbeError('authentication', 'login was refused; the next one waits')
    }
    const { username, password, domain = '' } = this.#target
    const json = { username, password, domain }
    const reply = await send(this.#target, { method: 'POST', path: '/identity/authenticate', json, signal })
    if ([400, 401, 403].includes(reply.status)) throw this.#refuse()
    const { token, tokenExpiration } = parsed<{ token?: unknown; tokenExpiration?: unknown }>(
      reply.status,
      reply.body
    )
    if (typeof token !== 'string' || typeof tokenExpiration !== 'number') {
      throw new ProbeError('malformed', 'the login brought no token')
    }
    this.#token = { text: token, renewAt: this.#now() + tokenExpiration * 1000 * RENEW_AT }
    return token
  }

  #refuse() {
    this.#token = null
    this.#waitUntil = this.#now() + Math.min(LONGEST_BACK_OFF_MS, BACK_OFF_MS * 2 ** this.#refusals++)
    return new ProbeError('authentication', 'the login was refused')
  }
}

function parsed<T>(status: number, body: string): T {
  if (status === 401 || status === 403) throw new ProbeError('authentication', `HTTP ${status}`)
  if (status < 200 || status > 299) throw new ProbeError('refused', `HTTP ${status}`)
  try {
    return (body === '' ? null : JSON.parse(body)) as T
  } catch {
    throw new ProbeError('malformed', 'the reply is no JSON')
  }
}
