import logger from '@adonisjs/core/services/logger'
import { createAdapter } from '@socket.io/redis-streams-adapter'
import type { Server } from 'socket.io'
import { RedisLink } from './redis_link.ts'

const NAME = 'unia:live'
const MOST_KEPT = 10_000

/**
 * Joins the Socket.IO servers of several web processes through Redis, all namespaces of them. While Redis is away each
 * process serves its own clients; that is said once, and its return too.
 *
 * @param onBack messages may have been lost, in either direction
 */
export function joinProcesses(io: Server, url: string, onBack: () => void) {
  let isAway = false
  let hasStood = false
  const link = new RedisLink(url, {
    onError(error) {
      if (isAway) return
      isAway = true
      // The address may hold a password.
      logger.warn({ code: codeOf(error) }, 'Redis is away: live messages stay within this web process')
    },
    onReady() {
      if (!link.isReady) return
      if (isAway) logger.info('Redis is there: live messages reach all web processes')
      if (hasStood) onBack()
      isAway = false
      hasStood = true
    },
  })
  void link.connect()
  io.adapter(createAdapter(link, { streamName: NAME, channelPrefix: NAME, maxLen: MOST_KEPT }))
  return { isStanding: () => link.isReady, close: () => link.disconnect() }
}

const codeOf = (error: unknown) =>
  (error as { code?: string } | null)?.code ?? (error instanceof Error ? error.constructor.name : 'unknown')
