import pg from 'pg'

export interface Heard {
  /** The collector says that states changed. */
  states: () => void
  /** Sessions or rights of an account changed; undefined: of anybody. */
  sessions?: (accountId: string | undefined) => void
}

/** Tells what is heard. Only hints: who listens polls anyway, so a lost connection is opened again without hurry. */
export function listenForStates(url: string, heard: Heard) {
  let client: pg.Client | null = null
  let ended = false
  let again: NodeJS.Timeout | undefined

  async function open() {
    client = new pg.Client({ connectionString: url, application_name: 'ops-console listen' })
    client.on('notification', ({ channel, payload }) => {
      if (channel === 'sessions') heard.sessions?.(payload || undefined)
      else if (payload === 'states') heard.states()
    })
    client.on('error', reopen)
    await client.connect()
    await client.query('listen ops_console; listen sessions')
  }

  function reopen() {
    if (ended || again) return
    void client?.end().catch(() => {})
    again = setTimeout(() => {
      again = undefined
      void open().catch(reopen)
    }, 5000).unref()
  }

  void open().catch(reopen)
  return {
    async close() {
      ended = true
      clearTimeout(again)
      await client?.end().catch(() => {})
    },
  }
}
