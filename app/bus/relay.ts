import pg from 'pg'
import { deliver } from './deliver.ts'
import { dueDeliveries, exclusively, type Due } from './due.ts'
import { fanOut } from './fan_out.ts'
import { relayContext, type RelayContext, type RelayOptions } from './relay_context.ts'
import { describe } from './retry.ts'

const DEBOUNCE_MS = 100

export interface Relay {
  /** Hint that there may be something to do; debounced. */
  wake(): void
  /** One round now; returns how many events and deliveries it handled. For tests and tools. */
  tick(): Promise<number>
  /** Rounds until nothing is due. */
  drain(): Promise<void>
  /** When the last round without an error ended; for the health page. */
  lastRound(): Date | null
  /** Ends after the deliveries at hand. */
  stop(): Promise<void>
}

/**
 * Carries events from the outbox to their consumers: polls every 2 s and on `NOTIFY bus`. Several relays may run at
 * once. With `start: false` nothing runs by itself.
 */
export async function startRelay(options: RelayOptions & { start?: boolean }): Promise<Relay> {
  const context = await relayContext(options)
  let running: Promise<number> | null = null
  let stopped = false
  let last: Date | null = null
  let timer: NodeJS.Timeout | null = null

  const tick = () =>
    (running ??= round(context, () => stopped).finally(() => {
      running = null
    }))

  const loop = async () => {
    timer = null
    let handled = 0
    try {
      handled = await tick()
      last = new Date()
    } catch (error) {
      context.log.error({ error: describe(error) }, 'bus: relay round failed')
    }
    schedule(handled ? 0 : context.pollMs)
  }

  const schedule = (ms: number) => {
    if (!stopped && !timer) timer = setTimeout(() => void loop(), ms)
  }

  const wake = () => {
    if (stopped || options.start === false) return
    if (timer) clearTimeout(timer)
    timer = null
    if (!running) schedule(DEBOUNCE_MS)
  }

  const listener = options.start === false ? null : await listen(context, wake)
  if (options.start !== false) schedule(0)

  return {
    wake,
    tick,
    lastRound: () => last,
    async drain() {
      while (await tick());
    },
    async stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      await running?.catch(() => 0)
      await listener?.end()
    },
  }
}

async function round(context: RelayContext, stopped: () => boolean): Promise<number> {
  let handled = await fanOut(context)
  const lanes = byLane(await dueDeliveries(context))
  const work = async () => {
    for (let lane = lanes.shift(); lane && !stopped(); lane = lanes.shift())
      for (const due of lane)
        if (await exclusively(context, due, (fresh, client) => deliver(context, fresh, client))) handled++
  }
  await Promise.all(Array.from({ length: context.concurrency }, work))
  return handled
}

/** Deliveries of one partition to one consumer stay behind each other. */
function byLane(deliveries: Due[]): Due[][] {
  const lanes = Map.groupBy(
    deliveries,
    (due) => `${due.subscription_id}:${due.tenant_id}:${due.partition_key}`
  )
  return [...lanes.values()]
}

/** Polling is the guaranteed path; without a listener events are only later, so its loss is no failure. */
async function listen({ pool, log }: RelayContext, wake: () => void): Promise<pg.Client | null> {
  const client = new pg.Client(pool.options)
  try {
    client.on('error', (error) => log.warn({ error: describe(error) }, 'bus: listener lost, polling goes on'))
    client.on('notification', wake)
    await client.connect()
    await client.query('listen bus')
    return client
  } catch (error) {
    log.warn({ error: describe(error) }, 'bus: no listener, polling only')
    await client.end().catch(() => {})
    return null
  }
}
