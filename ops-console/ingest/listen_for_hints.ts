import pg from 'pg'

const AGAIN_MS = 5000
const HURRY = /^hurry:([0-9a-f-]{36})$/

/**
 * Tells which device should be asked at once, because it sent a trap or a message. Only hints: while the connection is
 * away none arrive and nothing is lost, for devices are polled anyway.
 *
 * @example const hints = listenForHints(url, (device) => scheduler.hurry(device))
 */
export function listenForHints(url: string, hurry: (deviceId: string) => void) {
  let client: pg.Client | null = null
  let ended = false
  let again: NodeJS.Timeout | undefined

  async function open() {
    client = new pg.Client({ connectionString: url, application_name: 'ops-console hints' })
    client.on('notification', ({ payload }) => {
      const device = HURRY.exec(payload ?? '')?.[1]
      if (device) hurry(device)
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
      opened = open().catch(reopen)
    }, AGAIN_MS).unref()
  }

  let opened: Promise<void> = open().catch(reopen)
  return {
    /** Settles when the first attempt to listen is over. */
    ready: () => opened,
    async close() {
      ended = true
      clearTimeout(again)
      await opened
      await client?.end().catch(() => {})
    },
  }
}
