import { setTimeout as wait } from 'node:timers/promises'
import type { Settings } from '#ops/settings'
import type { ClientCounts, ClientsInput } from './clients_process.ts'
import type { CollectorCounts, CollectorInput } from './collector_process.ts'
import { openChainDatabase, type ChainDatabase } from './database.ts'
import { takeIntoInventory } from './inventory.ts'
import { startPart, type Part } from './part.ts'
import { serverSeconds } from './processor_time.ts'
import { chainReport, type ChainReport, type Spent } from './report.ts'
import { storedOf } from './stored.ts'
import type { Target } from './targets.ts'

export interface ChainOptions {
  periodMs: number
  seconds: number
  clients: number
  timeoutMs: number
  concurrency: number
  /** A PostgreSQL server in the place of a throw-away one. */
  adminUrl?: string
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

interface Parts {
  collector: Part
  web: Part
  clients: Part
}

/**
 * Runs the whole chain on a database to be thrown away: collector, stream and clients, a process each. Measures
 * `seconds` from when every target has had its first turns; losses are counted from the first poll to the last.
 */
export async function runChain(targets: readonly Target[], options: ChainOptions): Promise<ChainReport> {
  const { promise: interrupted, reject } = Promise.withResolvers<never>()
  const interrupt = () => reject(new Error('interrupted'))
  interrupted.catch(() => {})
  for (const signal of SIGNALS) process.once(signal, interrupt)
  const database = await openChainDatabase(options.adminUrl)
  const running: Part[] = []
  const work = async () => {
    const parts = await startParts(database, targets, options, running)
    await wait(options.periodMs + options.timeoutMs * 2 + 3000)
    return measure(database, parts, targets.length, options)
  }
  try {
    return await Promise.race([work(), interrupted])
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupt)
    await Promise.all(running.map((part) => part.stop()))
    await database.stop()
  }
}

async function startParts(
  { environment }: ChainDatabase,
  targets: readonly Target[],
  { periodMs: pollMs, clients, timeoutMs, concurrency }: ChainOptions,
  running: Part[]
): Promise<Parts> {
  const start = async (script: string, input: object) => {
    const part = await startPart(script, input, environment)
    running.push(part)
    return part
  }
  const urls = { ownerUrl: environment.DATABASE_OWNER_URL!, opsUrl: environment.DATABASE_OPS_URL! }
  const roster = await takeIntoInventory(urls, targets)
  const web = await start('web_process.ts', {})
  const port = await web.ask<number>('port')
  const listening = await start('clients_process.ts', { port, clients } satisfies ClientsInput)
  const changed: Partial<Settings> = {
    ...{ pollMs, timeoutMs, concurrency, retryMs: Math.min(3000, pollMs), deadlineMs: timeoutMs * 8 },
  }
  const collector = await start('collector_process.ts', { roster, changed } satisfies CollectorInput)
  return { collector, web, clients: listening }
}

async function measure(database: ChainDatabase, parts: Parts, targets: number, { seconds }: ChainOptions) {
  const { collector, web, clients } = parts
  await clients.ask('take')
  const before = {
    spent: await spentBy(database, parts),
    counts: await collector.ask<CollectorCounts>('counts'),
  }
  const began = performance.now()
  const memory = await watchMemory([collector, web], seconds * 1000)
  const after = {
    spent: await spentBy(database, parts),
    counts: await collector.ask<CollectorCounts>('counts'),
  }
  const lasted = (performance.now() - began) / 1000
  const seen = await clients.ask<ClientCounts>('take')
  const whole = await collector.ask<CollectorCounts>('stop')
  const stored = await storedOf(database.environment.DATABASE_OPS_URL!)
  return chainReport({ targets, lasted, before, after, whole, stored, seen, memory })
}

async function spentBy({ postmaster }: ChainDatabase, { collector, web, clients }: Parts): Promise<Spent> {
  return {
    collector: await collector.cpuSeconds(),
    web: await web.cpuSeconds(),
    clients: await clients.cpuSeconds(),
    postgres: postmaster === null ? null : await serverSeconds(postmaster),
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Waits and looks at the memory every second. @returns the most of all together, and the last of each, MB */
async function watchMemory(parts: Part[], ms: number) {
  const until = performance.now() + ms
  const memory = { most: 0, last: [] as number[] }
  while (performance.now() < until) {
    await wait(Math.min(1000, Math.max(0, until - performance.now())))
    memory.last = await Promise.all(parts.map((part) => part.megabytes()))
    memory.most = Math.max(memory.most, sum(memory.last))
  }
  return memory
}
