import { existsSync } from 'node:fs'
import type { DatabaseUrls } from '../../app/database/connections.ts'
import { runAce } from '../../app/database/prepare.ts'
import { message, seconds } from '../messages.ts'
import { buildClient } from './client_build.ts'
import type { LaunchOptions } from './options.ts'
import { contentStamp, keepStamp, keptStamp } from './prepared.ts'

interface Preparation {
  options: LaunchOptions
  urls: DatabaseUrls
  environment: NodeJS.ProcessEnv
  say: (text: string) => void
  signal: AbortSignal
}

/** What must be done before the first process serves: database content in order, pages beside it. */
export async function prepareCity(preparation: Preparation) {
  const { signal } = preparation
  // Both are awaited even when one fails, so that nothing runs on behind the message.
  const results = await Promise.allSettled([content(preparation), pages(preparation)])
  signal.throwIfAborted()
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}

async function content({ options, urls, environment, say, signal }: Preparation) {
  const wanted = contentStamp(options.demo, environment)
  if (wanted !== null && (await keptStamp(urls.owner)) === wanted) return
  let sound = true
  const hear = (line: string, stream: 'stdout' | 'stderr') => {
    const step = stream === 'stdout' && /^{"step":"(\w+)","ms":(\d+)}$/.exec(line)
    if (step) say(message(`start.${step[1]}`, { seconds: (Number(step[2]) / 1000).toFixed(1) }))
    // A unit file that was passed over is named; the others are applied.
    if (stream === 'stderr' && line.trim()) {
      sound = false
      say(line)
    }
  }
  const args = ['unia:prepare', ...(options.demo ? ['--demo'] : [])]
  await runAce(args, { ...environment, NODE_NO_WARNINGS: '1' }, signal, hear)
  if (sound && wanted !== null) await keepStamp(urls.owner, wanted)
}

async function pages({ options, say, signal }: Preparation) {
  const from = performance.now()
  if (options.dev || !existsSync('vite.config.ts')) return
  if (await buildClient(signal)) say(message('start.client', { seconds: seconds(from) }))
}
