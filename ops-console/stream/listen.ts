import { listening } from '#ops/listening'

export interface Heard {
  /** The collector says that states changed. */
  states: () => void
  /** Sessions or rights of an account changed; undefined: of anybody. */
  sessions?: (accountId: string | undefined) => void
}

/** Tells what the stream has to know: states, and whose sessions or rights changed. */
export const listenForStates = (url: string, heard: Heard) =>
  listening(url, {
    ...{ channels: ['ops_console', 'sessions'], as: 'ops-console listen' },
    heard(channel, payload) {
      if (channel === 'sessions') heard.sessions?.(payload || undefined)
      else if (payload === 'states') heard.states()
    },
  })
