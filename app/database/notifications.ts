import logger from '@adonisjs/core/services/logger'
import { Listener } from './listener.ts'

export const listener = new Listener((error, channel) => {
  logger.warn({ err: error, channel }, 'notification not handled')
})

/**
 * Calls `handler` on every NOTIFY of a channel, from whichever process it came. `poll` calls it also every ten seconds
 * and after the connection was lost. Returns how to stop.
 *
 * @example
 * onNotification('sessions', (accountId) => hub.recheck(accountId))
 */
export const onNotification = (
  channel: string,
  handler: (payload: string) => unknown,
  options: { poll?: boolean } = {}
): (() => void) => listener.on(channel, handler, options)
