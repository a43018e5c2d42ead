import pg from 'pg'

export interface Heard {
  /** Somebody wants this entity asked at once: another collector, or a message of the device itself. */
  hurry: (id: string) => void
  /** Devices, credentials or limits were changed. */
  inventory: () => void
}

const AGAIN_MS = 5000

/** Tells what is said on the channel `ops_console`. Only hints: what is missed comes with the next regular look. */
export function hear(url: string, heard: Heard) {
  let client: pg.Client | null = null
  let ended = false
  let again: NodeJS.Timeout | undefined

  async function open() {
    client = new pg.Client({ connectionString: url, application_name: 'ops-console collector' })
    client.on('notification', ({ payload = '' }) => {
      if (payload === 'inventory') heard.inventory()
      else if (payload.startsWith('hurry:')) heard.hurry(payload.slice('hurry:'.length))
    })
    client.on('error', reopen)
    await client.connect()
    await client.query('listen ops_console')
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
    /** Settles when the first attempt to listen is over. */
    ready: () => opened,
    async close() {
      ended = true
      clearTimeout(again)
      await client?.end().catch(() => {})
    },
  }
}
