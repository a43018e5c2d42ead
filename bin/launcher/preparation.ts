import { existsSync } from 'node:fs'
import type { DatabaseUrls } from '../../app/database/connections.ts'
import { prepareDatabase, runAce } from '../../app/database/prepare.ts'
import { message, seconds } from '../messages.ts'
import { buildClient } from './client_build.ts'
import type { LaunchOptions } from './options.ts'

interface Preparation {
  options: LaunchOptions
  urls: DatabaseUrls
  environment: NodeJS.ProcessEnv
  say: (text: string) => void
  signal: AbortSignal
}

/** What must be done before the first process serves: database content in order, pages beside it. */
export async function prepareCity({ options, urls, environment, say, signal }: Preparation) {
  const timed = async (key: string, work: () => Promise<unknown>) => {
    const from = performance.now()
    if ((await work()) !== false) say(message(key, { seconds: seconds(from) }))
    signal.throwIfAborted()
  }
  const content = async () => {
    await timed('start.migrated', () => prepareDatabase(urls, environment))
    await timed('start.tenants', () => runAce(['tenants:sync', '--apply', '--quiet'], environment, signal))
    if (options.demo) await timed('start.demo', () => runAce(['demo:load'], environment, signal))
  }
  const pages = async () => {
    if (!options.dev && existsSync('vite.config.ts')) await timed('start.client', () => buildClient(signal))
  }
  // Both are awaited even when one fails, so that nothing runs on behind the message.
  const results = await Promise.allSettled([content(), pages()])
  signal.throwIfAborted()
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}
