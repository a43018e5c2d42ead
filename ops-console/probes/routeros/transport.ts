import { ProbeError, type ProbeFailure } from '#ops/probes/errors'
import type { Question } from './commands.ts'

export type Row = Readonly<Record<string, string>>

/** What is asked of a router, whichever library carries it. */
export interface RouterOsTransport {
  /**
   * Settles within the target's deadline. After `no_answer` or `malformed` the transport is closed and of no more use.
   * @throws RouterOsTrap when the router refuses this one question, ProbeError for everything else
   */
  ask(question: Question, signal?: AbortSignal): Promise<Row[]>
  readonly closed: boolean
  close(): void
}

export interface RouterOsTarget {
  host: string
  port: number
  /** With `tls` the router is known by its certificate's fingerprint; authority and name do not count. */
  tls: boolean
  /** SHA-256 in hex, with or without colons. Needed with `tls`. */
  fingerprint?: string
  user: string
  password: string
  /** For connecting with login, and for each question. */
  timeoutMs: number
}

const CATEGORIES = [
  'missing item or command',
  'argument value',
  'interrupted',
  'scripting failure',
  'general failure',
  'API failure',
  'TTY failure',
  'return value',
]

/** `!trap` of one question; `category` as in the API manual, null when the router gave none. */
export class RouterOsTrap extends ProbeError {
  category: number | null

  constructor(message: string, category: number | null) {
    const name = category === null ? undefined : CATEGORIES[category]
    super(kindOf(message), name ? `${message} (${name})` : message)
    this.category = category
  }
}

const kindOf = (message: string): ProbeFailure =>
  /invalid user name or password|cannot log in|not enough permissions/i.test(message)
    ? 'authentication'
    : 'refused'
