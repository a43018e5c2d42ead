import { setTimeout as wait } from 'node:timers/promises'
import type { Knex } from 'knex'
import { openPool } from '#ops/database'
import { Device } from '#ops/inventory/device'
import { SepmClient, type SepmTarget } from '#ops/probes/sepm/client'
import type { Log } from '#ops/collector/run'
import type { Settings } from '#ops/settings'
import { giveUpInterrupted, runCommands } from './run_commands.ts'
import { keepSilence, readEndpoints } from './read_endpoints.ts'
import { sepmTarget } from './sepm_target.ts'

const READ_EVERY_MS = 60_000
const COMMANDS_EVERY_MS = 5000
const DEADLINE_MS = 55_000
const FAILURES_TO_SILENCE = 3

interface Options {
  /** Only one collector speaks to SEPM. */
  leading?: () => boolean
  readEveryMs?: number
  commandsEveryMs?: number
}

/**
 * Reads the city's SEPM for all units and carries out their commands until `stop()`. Errors are logged and tried again;
 * three failed readings in a row are an incident of the server, not of the units.
 */
export function runEndpoints(
  settings: Settings,
  log: Log,
  { leading = () => true, readEveryMs = READ_EVERY_MS, commandsEveryMs = COMMANDS_EVERY_MS }: Options = {}
) {
  const knex = openPool(settings.databaseUrl, 2)
  const ending = new AbortController()
  const session = new Session(knex, settings.simulatorMap)
  let failures = 0
  let cleaned = false

  async function read() {
    const open = await session.open()
    if (!open) return
    try {
      await readEndpoints(knex, open.sepm, open.client, deadline(ending.signal))
      failures = 0
    } catch (error) {
      if (ending.signal.aborted) return
      if (++failures >= FAILURES_TO_SILENCE) await keepSilence(knex, open.sepm, new Date())
      throw error
    }
  }

  async function commands() {
    if (!cleaned) await giveUpInterrupted(knex)
    cleaned = true
    const open = await session.open()
    if (open) await runCommands(knex, open.client, deadline(ending.signal), new Date())
  }

  async function every(ms: number, what: string, work: () => Promise<unknown>) {
    while (!ending.signal.aborted) {
      if (leading()) await work().catch((error) => log('warn', what, { error: String(error) }))
      await wait(leading() ? ms : commandsEveryMs, undefined, { signal: ending.signal }).catch(() => {})
    }
  }

  const loops = [
    every(readEveryMs, 'the endpoint server could not be read', read),
    every(commandsEveryMs, 'commands could not be carried out', commands),
  ]
  return {
    async stop() {
      ending.abort()
      await Promise.all(loops)
      session.close()
      await knex.destroy()
    },
  }
}

const deadline = (ending: AbortSignal) => AbortSignal.any([ending, AbortSignal.timeout(DEADLINE_MS)])

/** Keeps one logged-in session until the server's address or credentials change. */
class Session {
  #knex: Knex
  #map: string
  #open: { target: string; client: SepmClient } | null = null

  constructor(knex: Knex, map: string) {
    this.#knex = knex
    this.#map = map
  }

  async open(): Promise<{ sepm: Device; client: SepmClient } | null> {
    const sepm = await Device.query(this.#knex).where({ kind: 'sepm' }).whereNot('rollout', 'retired').first()
    const target = sepm && (await sepmTarget(this.#knex, sepm, this.#map))
    if (!sepm || !target) return null
    return { sepm, client: this.#clientFor(target) }
  }

  close() {
    this.#open?.client.close()
    this.#open = null
  }

  #clientFor(target: SepmTarget) {
    const text = JSON.stringify(target)
    if (this.#open?.target !== text) {
      this.close()
      this.#open = { target: text, client: new SepmClient(target) }
    }
    return this.#open!.client
  }
}
