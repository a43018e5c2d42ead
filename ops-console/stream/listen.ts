import pg from 'pg'

/**
 * Calls `hint` whenever the collector says that states changed. Only a hint: who listens polls anyway, so a lost
 * connection is opened again without hurry.
 */
export function listenForStates(url: string, hint: () => void) {
  let client: pg.Client | null = null
  let ended = false
  let again: NodeJS.Timeout | undefined

  async function open() {
    client = new pg.Client({ connectionString: url, application_name: 'ops-console listen' })
    client.on('notification', (message) => void (message.payload === 'states' && hint()))
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
