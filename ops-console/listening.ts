import pg from 'pg'

export interface Listening {
  /** Settles when the first attempt to listen is over. */
  ready: () => Promise<void>
  close(): Promise<void>
}

const AGAIN_MS = 5000

/**
 * Hears NOTIFY on a connection of its own. What is said there is a hint: who listens looks regularly anyway, so a lost
 * connection is opened again without hurry.
 */
export function listening(
  url: string,
  {
    channels,
    as,
    heard,
  }: { channels: string[]; as: string; heard: (channel: string, payload: string) => void }
): Listening {
  let client: pg.Client | null = null
  let ended = false
  let again: NodeJS.Timeout | undefined

  async function open() {
    client = new pg.Client({ connectionString: url, application_name: as })
    client.on('notification', ({ channel, payload = '' }) => heard(channel, payload))
    client.on('error', reopen)
    await client.connect()
    await client.query(channels.map((channel) => `listen ${channel}`).join('; '))
  }

  function reopen() {
    if (ended || again) return
    void client?.end().catch(() => {})
    again = setTimeout(() => {
      again = undefined
      void open().catch(reopen)
    }, AGAIN_MS).unref()
  }

  const opened = open().catch(reopen)
  return {
    ready: () => opened,
    async close() {
      ended = true
      clearTimeout(again)
      await client?.end().catch(() => {})
    },
  }
}
