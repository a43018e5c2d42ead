import type { EventDefinition } from './define_event.ts'
import type { Envelope } from './envelope.ts'
import { EventInvalid } from './errors.ts'
import type { Queries } from './queries.ts'

const CONSUMER = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/

export interface Reaction<Data> {
  /** `<plugin>.<purpose>`; its name in inbox and console, never changed. */
  consumer: string
  /** Runs after the publisher's commit, in the tenant's scope, in one transaction with its inbox row. */
  mode: 'afterCommit'
  handler(data: Data, envelope: Envelope<Data>, tx: Queries): Promise<unknown>
  /** The publisher may be a plugin that is not there yet; the event is described by who listens. Default false. */
  publisherMayBeAbsent?: boolean
  /** One partition key at a time, in order. Default false. */
  ordered?: boolean
  /** False when it pays, mails or otherwise acts outside: a replay passes it over. Default true. */
  replaySafe?: boolean
  /** What makes two events the same business fact; other content under a known key is a conflict. */
  businessKey?(data: Data): string
  /** From an older major version (the key) to the next. */
  upcasters?: Record<number, (data: never) => unknown>
  /** Default 12. */
  maxAttempts?: number
  /** Default 30 000. */
  timeoutMs?: number
}

export interface Subscription<Data = unknown> extends Reaction<Data> {
  readonly event: EventDefinition<Data>
}

/**
 * Declares a reaction to an event, for the plugin's manifest. Throws EventInvalid for a wrong consumer name.
 *
 * @example
 * on(pupilLeft, { consumer: 'register.pupil-left', mode: 'afterCommit', handler: async (data) => closeEntries(data.pupilId) })
 */
export function on<Data>(
  event: EventDefinition<Data>,
  reaction: Reaction<NoInfer<Data>>
): Subscription<Data> {
  if (!CONSUMER.test(reaction.consumer))
    throw new EventInvalid(`Consumer "${reaction.consumer}" is not of the form plugin.purpose`)
  return { ...reaction, event }
}
